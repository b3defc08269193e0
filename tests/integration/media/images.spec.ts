// Images: sizes made at upload, and seen by readers only while a live page shows them.
import { readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { findArticle } from '@/site/articles/queries'
import { mediaStore } from '@/storage'
import { findImageFile } from '@/site/media/queries'
import { findAuthor } from '@/site/lists/terms/queries'
import type { Media } from '@/payload-types'
import { SHOWING } from '../../fixtures/blocks'
import { paragraph, richText, upload } from '../../fixtures/richText'
import { openTestPayload } from '../../setup/payload'
import { account, act, as, publishByForce, save, withdrawByForce } from '../../setup/workflow'

let payload: Payload
let image: Media

beforeAll(async () => {
  payload = await openTestPayload()
  const noise = { type: 'gaussian', mean: 120, sigma: 12 } as const
  const data = await sharp({
    create: { width: 1800, height: 1200, channels: 3, background: '#0a5c57', noise },
  })
    .jpeg()
    .toBuffer()
  image = await payload.create({
    collection: 'media',
    data: { alt: 'A plain teal surface' },
    file: { data, mimetype: 'image/jpeg', name: 'teal.jpg', size: data.length },
  })
})

const store = (name: string, mimetype: string, data: Buffer) =>
  payload.create({
    collection: 'media',
    data: { alt: 'x' },
    file: { data, mimetype, name, size: data.length },
  })

async function plain(name: string): Promise<Media> {
  const picture = sharp({ create: { width: 40, height: 40, channels: 3, background: '#0a5c57' } })
  return store(`${name}.png`, 'image/png', await picture.png().toBuffer())
}

describe('an image', () => {
  it('gets its sizes at upload', () => {
    expect(image).toMatchObject({ width: 1800, height: 1200, mimeType: 'image/webp' })
    expect(image.sizes).toMatchObject({
      small: { width: 480 },
      medium: { width: 960 },
      large: { width: 1600 },
      share: { width: 1200, height: 630 },
    })
    expect(image.sizes?.share?.mimeType).toMatch(/^image\/(jpeg|png)$/)
  })

  it('is not there for readers while only a draft uses it, and is while a live page does', async () => {
    const data = {
      title: 'With a Picture',
      summary: 'In short.',
      body: richText(paragraph('Text.')),
      heroImage: image.id,
      _status: 'draft' as const,
    }
    const article = await payload.create({ collection: 'articles', draft: true, data })
    expect(await findImageFile(image.filename!)).toBeUndefined()
    await publishByForce(payload, article.id)
    const found = await findImageFile(image.sizes!.small!.filename!)
    expect(found).toMatchObject({ mimeType: 'image/webp' })
    const bytes = Buffer.from(await new Response(await mediaStore().get(found!.name)).arrayBuffer())
    expect((await sharp(bytes).metadata()).width).toBe(480)
    expect((await findArticle('/with-a-picture'))?.heroImage).toMatchObject({
      alt: 'A plain teal surface',
      url: `/media/${image.filename}`,
    })

    await withdrawByForce(payload, article.id)
    expect(await findImageFile(image.filename!)).toBeUndefined()
  })

  it('that a live page shows is changed by an editor alone, and removed by nobody', async () => {
    const [writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
    const change = (user: typeof writer) =>
      payload.update({
        collection: 'media',
        id: image.id,
        data: { caption: 'New' },
        ...as(user),
      })
    const remove = (user: typeof writer) =>
      payload.delete({ collection: 'media', id: image.id, ...as(user) })
    await expect(change(writer)).resolves.toBeTruthy()
    const { id } = await payload.create({
      collection: 'articles',
      draft: true,
      data: {
        title: 'Shows It',
        summary: 'In short.',
        heroImage: image.id,
        body: richText(paragraph('Text.')),
      },
    })
    await publishByForce(payload, id)
    await expect(change(writer)).rejects.toMatchObject({ status: 403 })
    await expect(change(editor)).resolves.toBeTruthy()
    await expect(remove(editor)).rejects.toMatchObject({ status: 409 })
    await withdrawByForce(payload, id)
    expect(await findImageFile(image.filename!)).toBeUndefined()
  })

  it.each(['heroImage', 'body'] as const)(
    'stays as held as it is shown (%s) while its article stands under a notice, and may be changed when that goes',
    async (field) => {
      const [writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
      const seen = await plain(`notice-${field}`)
      const body = field === 'body' ? richText(upload(seen.id)) : richText(paragraph('Text.'))
      const hero = field === 'heroImage' ? { heroImage: seen.id } : {}
      const { id } = await payload.create({
        collection: 'articles',
        draft: true,
        data: { title: `Under notice: ${field}`, summary: 'In short.', body, ...hero },
      })
      const { id: media } = seen
      const held = async () => {
        const isRefused = (trial: Promise<unknown>) =>
          trial.then(
            () => false,
            () => true,
          )
        const change = payload.update({
          collection: 'media',
          id: media,
          data: { alt: 'x' },
          ...as(writer),
        })
        const isChangeRefused = await isRefused(change)
        const isShown = (await findImageFile(seen.filename!)) !== undefined
        const removal = payload.delete({ collection: 'media', id: media, ...as(editor) })
        return [isShown, isChangeRefused, await isRefused(removal)]
      }
      await publishByForce(payload, id)
      expect(await held()).toEqual([true, true, true])
      await act(payload, editor, 'unpublish', id, { reason: 'notice' })
      // What is written next is not under the notice, and what was there still is.
      await save(payload, editor, id, { heroImage: null, body: richText(paragraph('Other.')) })
      expect(await held()).toEqual([true, true, true])
      await act(payload, editor, 'unpublish', id, { reason: 'gone' })
      // The history still shows it.
      expect(await held()).toEqual([false, false, true])
    },
  )

  it.each(SHOWING)('in a %s of a page is there while that is live', async (name, show) => {
    const seen = await plain(name)
    const body = richText(show(seen.id))
    const data = { title: `Our ${name}`, summary: 'How we work.', body, _status: 'draft' as const }
    const page = await payload.create({ collection: 'pages', data })
    expect(await findImageFile(seen.filename!)).toBeUndefined()
    const become = (_status: 'published' | 'draft') =>
      payload.update({ collection: 'pages', id: page.id, data: { _status } })
    await become('published')
    expect(await findImageFile(seen.filename!)).toBeTruthy()
    expect(await findImageFile(image.filename!)).toBeUndefined()
    const writer = await account(payload, 'writer')
    await expect(
      payload.update({ collection: 'media', id: seen.id, data: { alt: 'x' }, ...as(writer) }),
    ).rejects.toMatchObject({ status: 403 })
    await become('draft')
    expect(await findImageFile(seen.filename!)).toBeUndefined()
  })

  it.each(['authors', 'reviewer'] as const)(
    'of a person is there while an article that they stand in as %s is live',
    async (role) => {
      const photo = await plain(role)
      const name = `Face of ${role}`
      const person = await payload.create({
        collection: 'authors',
        data: { name, slug: '', photo: photo.id },
      })
      const shown = async () => {
        const page = await findAuthor(person.slug, 1)
        const file = await findImageFile(photo.filename!)
        return [page?.author.photo?.alt, file !== undefined]
      }
      const { id } = await payload.create({
        collection: 'articles',
        draft: true,
        data: {
          title: name,
          summary: 'In short.',
          body: richText(paragraph('Text.')),
          [role]: role === 'authors' ? [person.id] : person.id,
        },
      })
      expect(await shown()).toEqual([undefined, false])
      await publishByForce(payload, id)
      expect(await shown()).toEqual(['x', true])
      await withdrawByForce(payload, id)
      expect(await shown()).toEqual([undefined, false])
    },
  )

  it.each(['shareImage', 'logo'] as const)(
    'of the site (%s) is there, and is an editor’s to change, while the settings name it',
    async (setting) => {
      const [writer, seen] = [await account(payload, 'writer'), await plain(setting)]
      const name = (id: number | null) =>
        payload.updateGlobal({
          slug: 'site-settings',
          data: setting === 'logo' ? { organization: { logo: id } } : { shareImage: id },
        } as never)
      const change = () =>
        payload.update({
          collection: 'media',
          id: seen.id,
          data: { alt: 'x' },
          ...as(writer),
        })
      expect(await findImageFile(seen.filename!)).toBeUndefined()
      await name(seen.id)
      expect(await findImageFile(seen.filename!)).toBeTruthy()
      await expect(change()).rejects.toMatchObject({ status: 403 })
      await name(null)
      expect(await findImageFile(seen.filename!)).toBeUndefined()
      await expect(change()).resolves.toBeTruthy()
    },
  )

  it('is looked up by its name alone, never by a path', async () => {
    expect(await findImageFile('../secrets.json')).toBeUndefined()
  })

  it.each([
    [
      'a script in SVG',
      'x.svg',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['a page', 'x.html', 'text/html', Buffer.from('<script>alert(1)</script>')],
    ['a page that says it is a picture', 'x.png', 'image/png', readFileSync('package.json')],
  ])('may not be %s', async (_what, name, type, data) => {
    await expect(store(name, type, data)).rejects.toThrow()
  })
})
