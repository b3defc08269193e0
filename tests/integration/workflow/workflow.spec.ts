// What leads to an approval: four eyes, experts, and the seal over all that the page shows.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { User } from '@/payload-types'
import { paragraph, richText, upload } from '../../fixtures/richText'
import { createDraft, createIn, TOMORROW, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import {
  account,
  accounts,
  act,
  as,
  codes,
  publishByForce,
  recordOf,
  save,
} from '../../setup/workflow'

const payload = await openTestPayload()
const { writer, editor, admin } = await accounts(payload)
const other = await account(payload, 'editor')

describe('four eyes', () => {
  it('who wrote cannot approve, somebody else can', async () => {
    const id = await createDraft(payload, 'articles', editor)
    await act(payload, editor, 'submit', id)
    expect(await codes(act(payload, editor, 'approve', id))).toEqual(['ownChanges'])
    expect(await act(payload, other, 'approve', id)).toMatchObject({ state: 'approved' })
  })

  it('cover the FAQ items that are new in the article', async () => {
    const item = await createDraft(payload, 'faq-items', editor)
    const id = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    await act(payload, writer, 'submit', id)
    expect(await codes(act(payload, editor, 'approve', id))).toEqual(['ownChanges'])
    expect(await act(payload, other, 'approve', id)).toMatchObject({ state: 'approved' })
  })

  it('switched off in the site settings let a team of one work, and the record says so', async () => {
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: false } })
    const id = await createDraft(payload, 'articles', editor)
    await act(payload, editor, 'submit', id)
    await act(payload, editor, 'approve', id)
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: true } })
    expect((await recordOf(payload, id)).at(-1)).toMatchObject({
      what: 'approve',
      fourEyesOff: true,
    })
  })

  it('may be switched off by an administrator alone', async () => {
    const change = (user: User) =>
      payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: false }, ...as(user) })
    expect(await change(editor)).toMatchObject({ fourEyes: true })
    expect(await change(admin)).toMatchObject({ fourEyes: false })
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: true } })
  })
})

describe('an expert review', () => {
  it('that the category asks for comes before the editor’s approval', async () => {
    const category = await payload.create({
      collection: 'categories',
      data: { name: 'Medicine', slug: '', expertReview: true },
    })
    const id = await createDraft(payload, 'articles', writer, { category: category.id })
    await act(payload, writer, 'submit', id)
    expect(await codes(act(payload, editor, 'approve', id))).toEqual(['expertApprovalMissing'])
    await act(payload, await account(payload, 'reviewer'), 'approve', id)
    expect(await act(payload, editor, 'approve', id)).toMatchObject({ state: 'approved' })
  })
})

describe('the seal', () => {
  it('breaks when a new FAQ item of the article is edited, names it, and mends with the text', async () => {
    const question = 'Does it mend again?'
    const item = await createDraft(payload, 'faq-items', writer, { question })
    const id = await createDraft(payload, 'articles', writer, { body: withItems(item) })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await save(payload, writer, item, { answer: richText(paragraph('Otherwise.')) }, 'faq-items')
    const refused = act(payload, editor, 'publish', id)
    await expect(refused).rejects.toMatchObject({
      issues: [{ code: 'sealBroken', broken: [{ part: 'faqItem', id: item, change: 'changed' }] }],
    })
    await save(payload, writer, item, { answer: richText(paragraph('So.')) }, 'faq-items')
    expect(await act(payload, editor, 'publish', id)).toMatchObject({ state: 'published' })
  })

  it('breaks when the article is edited after the approval', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    await save(payload, other, id, { summary: 'In other words.' })
    expect(await codes(act(payload, editor, 'publish', id))).toEqual(['sealBroken'])
    expect(await codes(act(payload, editor, 'schedule', id, { at: TOMORROW }))).toEqual([
      'sealBroken',
    ])
  })

  it('breaks when another article’s address that a Read Also link names is not what it was', async () => {
    const target = await createIn(payload, 'published', 'articles', { author: writer, editor })
    const link = await createDraft(payload, 'read-also-links', writer, {
      kind: 'internal',
      article: target,
      url: undefined,
    })
    const body = richText(paragraph('Text.'), {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'a', blockType: 'readAlso', link },
    } as never)
    const id = await createDraft(payload, 'articles', writer, { body })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    await save(payload, writer, target, { title: 'Renamed' })
    await publishByForce(payload, target)
    await expect(act(payload, editor, 'publish', id)).rejects.toMatchObject({
      issues: [{ code: 'sealBroken', broken: [{ part: 'readAlsoLink', id: link }] }],
    })
  })

  it('breaks when an image in the text or above it gets another alternative text', async () => {
    const picture = async (name: string) => {
      const data = await sharp({
        create: { width: 40, height: 30, channels: 3, background: '#0a5c57' },
      })
        .png()
        .toBuffer()
      return payload.create({
        collection: 'media',
        data: { alt: `A ${name}` },
        file: { data, mimetype: 'image/png', name: `${name}.png`, size: data.length },
      })
    }
    const [hero, inText] = [await picture('meadow'), await picture('stream')]
    const body = richText(paragraph('Text.'), upload(inText.id))
    const id = await createDraft(payload, 'articles', writer, { body, heroImage: hero.id })
    await act(payload, writer, 'submit', id)
    await act(payload, editor, 'approve', id)
    const describeImage = (image: number, alt: string) =>
      payload.update({ collection: 'media', id: image, data: { alt }, ...as(other) })
    for (const image of [hero, inText]) {
      await describeImage(image.id, 'Something else')
      await expect(act(payload, editor, 'publish', id)).rejects.toMatchObject({
        issues: [{ code: 'sealBroken', broken: [{ part: 'image', id: image.id }] }],
      })
      await describeImage(image.id, image.alt)
    }
    expect(await act(payload, editor, 'publish', id)).toMatchObject({ state: 'published' })
  })

  it('breaks when a correction is added, which readers see', async () => {
    const id = await createIn(payload, 'approved', 'articles', { author: writer, editor })
    const corrections = [{ date: '2027-01-01T12:00:00.000Z', text: 'It was nine, not ten.' }]
    await save(payload, other, id, { corrections })
    await expect(act(payload, editor, 'publish', id)).rejects.toMatchObject({
      issues: [{ code: 'sealBroken', broken: [{ part: 'article', field: 'corrections' }] }],
    })
  })
})
