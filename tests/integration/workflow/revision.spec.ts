// What stands beside a document in the panel is of one revision, which is another one as soon as any of it changes.
import { beforeAll, describe, expect, it } from 'vitest'
import type { PayloadRequest } from 'payload'
import { overviewOf } from '@/cms/workflow/overview/overview'
import { revisionOf } from '@/cms/workflow/overview/revision'
import { storeComment } from '@/cms/review/comments/store'
import { OPERATOR, type Id, type Kind } from '@/domain/workflow/subject'
import { paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, publishNew, withItems } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { accounts, act, as, publishByForce, save, withdrawByForce } from '../../setup/workflow'

const payload = await openTestPayload()
const { writer, editor } = await accounts(payload)
const req = () => ({ payload, context: {} }) as unknown as PayloadRequest

const revision = (kind: Kind, id: Id) => revisionOf(kind, id, req())

/** Other than before after the change, and then the same again. */
async function expectChange(kind: Kind, id: Id, change: () => Promise<unknown>): Promise<void> {
  const before = await revision(kind, id)
  expect(before).toMatch(/^[0-9a-f]{32}$/)
  expect(await revision(kind, id)).toBe(before)
  await change()
  const after = await revision(kind, id)
  expect(after).not.toBe(before)
  expect(await revision(kind, id)).toBe(after)
  const { revision: told } = await overviewOf(kind, id, OPERATOR, req())
  expect(told).toBe(after)
}

const linkTo = (article: Id) =>
  richText({
    type: 'paragraph',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    textFormat: 0,
    children: [
      {
        type: 'link',
        version: 3,
        format: '',
        indent: 0,
        direction: null,
        id: 'l',
        fields: {
          linkType: 'internal',
          newTab: false,
          doc: { relationTo: 'articles', value: article },
        },
        children: [{ type: 'text', version: 1, text: 'There', format: 0 }],
      },
    ],
  } as never)

describe('of an article', () => {
  let article: Id
  let item: Id
  let link: Id
  let linked: Id
  let target: Id
  let category: Id

  beforeAll(async () => {
    linked = await publishNew(payload, 'articles')
    target = await publishNew(payload, 'articles')
    category = (await payload.create({ collection: 'categories', data: { name: 'C', slug: '' } }))
      .id
    item = await createDraft(payload, 'faq-items', writer, { answer: linkTo(linked) })
    link = await createDraft(payload, 'read-also-links', writer, {
      kind: 'internal',
      article: target,
      url: null,
    })
    const { root } = withItems(item)
    const readAlso = {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'b', blockType: 'readAlso', link },
    }
    article = await createDraft(payload, 'articles', writer, {
      category,
      path: '/of-one-revision',
      body: { root: { ...root, children: [...root.children, readAlso] } },
    })
  })

  it.each<[string, () => Promise<unknown>]>([
    ['its text', () => save(payload, writer, article, { summary: 'Other words.' })],
    ['its state', () => act(payload, writer, 'submit', article)],
    [
      'a request for changes',
      () => act(payload, editor, 'requestChanges', article, { note: 'No.' }),
    ],
    ['whose it is', () => act(payload, editor, 'assign', article, { target: editor.id })],
    [
      'a comment',
      () =>
        storeComment(
          { kind: 'articles', document: article, version: 1, text: 'So?', who: null },
          req(),
        ),
    ],
    [
      'an answer written in a drawer',
      () => save(payload, writer, item, { question: 'Is this another question?' }, 'faq-items'),
    ],
    [
      'a Read Also link',
      () => save(payload, writer, link, { relation: 'paid' }, 'read-also-links'),
    ],
    ['what a Read Also link leads to', () => withdrawByForce(payload, target)],
    ['what an answer links to', () => withdrawByForce(payload, linked)],
    [
      'what its category asks for',
      () =>
        payload.update({ collection: 'categories', id: category, data: { expertReview: true } }),
    ],
    [
      'a setting of the site',
      () => payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: false } }),
    ],
    [
      'an article that goes live at its address',
      () => publishNew(payload, 'articles', { path: '/of-one-revision' }),
    ],
  ])('%s', (_, change) => expectChange('articles', article, change))

  it('nothing that it does not show', async () => {
    const before = await revision('articles', article)
    const other = await createIn(payload, 'published', 'articles', { author: writer, editor })
    await save(payload, writer, other, { summary: 'Elsewhere.' })
    await publishByForce(payload, other)
    expect(await revision('articles', article)).toBe(before)
  })
})

it('of an FAQ item: the live articles that a change of it would change', async () => {
  const item = await createDraft(payload, 'faq-items', writer)
  const body = withItems(item)
  await expectChange('faq-items', item, () => publishNew(payload, 'articles', { body }))
  await expectChange('faq-items', item, () =>
    save(payload, writer, item, { answer: richText(paragraph('Other.')) }, 'faq-items'),
  )
})

it('is none of what does not exist or lies in the trash', async () => {
  const id = await createDraft(payload, 'articles', writer)
  await payload.update({
    collection: 'articles',
    id,
    draft: true,
    ...as(writer),
    data: { deletedAt: new Date().toISOString() },
  })
  expect(await revision('articles', id)).toBeNull()
  expect(await revision('articles', 999_999)).toBeNull()
})
