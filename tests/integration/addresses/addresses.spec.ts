// Addresses: what moves leaves a redirect, redirects lead on in one hop and never in a circle.
import { createLocalReq, restoreVersionOperation, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../fixtures/richText'
import { move, publishNew } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { readPage } from '../../setup/readers'
import { account, as, codes, publishByForce, rowOf, withdrawByForce } from '../../setup/workflow'

let payload: Payload
beforeAll(async () => {
  payload = await openTestPayload()
})

/** A live article at the address. */
const articleAt = (path: string) => publishNew(payload, 'articles', { path })

const words = { summary: 'In short.', body: richText(paragraph('Text.')) }
const draftOf = (said: object) =>
  payload.create({ collection: 'articles', draft: true, data: { ...words, ...said } as never })
const edit = async (id: number, data: object) => {
  const { version } = await rowOf(payload, id)
  const said = { ...data, workflowVersion: version }
  return (await payload.update({ collection: 'articles', id, draft: true, data: said })).path
}
const livePath = async (id: number) =>
  (await payload.findByID({ collection: 'articles', id, depth: 0 })).path

describe('the address of an article', () => {
  it('follows the title until it goes live, and then stays', async () => {
    const { id, path } = await draftOf({ title: 'How to' })
    expect(path).toBe('/how-to')
    expect(await edit(id, { title: 'How to rest' })).toBe('/how-to-rest')
    expect(await edit(id, { title: 'How to rest, path sent', path: '/how-to-rest' })).toBe(
      '/how-to-rest-path-sent',
    )
    await publishByForce(payload, id)
    expect(await edit(id, { title: 'How not to rest' })).toBe('/how-to-rest-path-sent')
    await publishByForce(payload, id)
    expect(await edit(id, { path: '' })).toBe('/how-to-rest-path-sent')
    await withdrawByForce(payload, id)
    expect(await edit(id, { title: 'Something else' })).toBe('/how-to-rest-path-sent')
  })

  it('stays as somebody wrote it, until it is emptied', async () => {
    const { id } = await draftOf({ title: 'By hand', path: '/by-hand' })
    expect(await edit(id, { title: 'Another title' })).toBe('/by-hand')
    expect(await edit(id, { path: '/Mine/' })).toBe('/mine')
    expect(await edit(id, { title: 'A third title' })).toBe('/mine')
    expect(await edit(id, { path: '' })).toBe('/a-third-title')
    expect(await edit(id, { title: 'A fourth title' })).toBe('/a-fourth-title')
  })

  it('is its own where titles are alike, and of a copy', async () => {
    const first = await draftOf({ title: 'Сон' })
    const second = await draftOf({ title: 'Son' })
    expect([first.path, second.path]).toEqual(['/son', '/son-2'])
    expect(await edit(second.id, { summary: 'Other.' })).toBe('/son-2')
    const copy = await payload.duplicate({
      collection: 'articles',
      id: first.id,
      draft: true,
      ...as(await account(payload, 'editor')),
    })
    expect([copy.path, await livePath(first.id)]).toEqual(['/son-3', '/son'])
    const live = await articleAt('/nap')
    await move(payload, live, '/sleep-a-while')
    // It leads to the moved article, and goes on doing so.
    expect((await draftOf({ title: 'Nap' })).path).toBe('/nap-2')
    const all = await Promise.all([1, 2, 3].map(() => draftOf({ title: 'At once' })))
    expect(all.map(({ path }) => path).sort()).toEqual(['/at-once', '/at-once-2', '/at-once-3'])
  })

  it('is never a word of the site’s own, and that keeps nobody from writing', async () => {
    const { id, path } = await draftOf({ title: 'Search' })
    expect(path).toBe('/search-2')
    expect(await edit(id, { path: '/Search' })).toBe('/search')
    expect(await codes(publishByForce(payload, id))).toEqual(['pathReserved'])
    expect(await edit(id, { path: 'no ç!', title: 'Still saved' })).not.toBeNull()
    expect((await codes(publishByForce(payload, id)))[0]).toMatch(/^path/)
    expect(await edit(id, { path: '' })).toBe('/still-saved')
    const page = await payload.create({
      collection: 'pages',
      data: { ...words, title: 'Admin', _status: 'published' },
    })
    expect(page.path).toBe('/admin-2')
  })

  it('comes back with a version that readers had, or that somebody wrote it in', async () => {
    const editor = { ...(await account(payload, 'editor')), collection: 'users' }
    const { id } = await draftOf({ title: 'First words' })
    await edit(id, { title: 'Later words' })
    const versions = async () =>
      (
        await payload.findVersions({
          collection: 'articles',
          where: { parent: { equals: id } },
          sort: 'createdAt',
        })
      ).docs
    const restore = async (version: string | number) => {
      // The Local API cannot restore as a draft; this is what REST calls.
      await restoreVersionOperation({
        id: version,
        draft: true,
        collection: payload.collections.articles,
        overrideAccess: false,
        req: await createLocalReq({ user: editor } as never, payload),
      })
      return (await payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })).path
    }
    const [first] = await versions()
    expect(await restore(first!.id)).toBe('/first-words')
    expect(await edit(id, { title: 'Last words' })).toBe('/last-words')
    await publishByForce(payload, id)
    const live = (await versions()).at(-1)
    await edit(id, { path: '/moved-by-hand' })
    expect(await restore(live!.id)).toBe('/last-words')
    expect(await restore(first!.id)).toBe('/last-words')
    const byHand = await draftOf({ title: 'Written', path: '/as-written' })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: byHand.id } },
    })
    await restoreVersionOperation({
      id: docs[0]!.id,
      draft: true,
      collection: payload.collections.articles,
      overrideAccess: false,
      req: await createLocalReq({ user: editor } as never, payload),
    })
    expect(await edit(byHand.id, { title: 'Written anew' })).toBe('/as-written')
  })
})

describe('the address of an author', () => {
  const rename = async (id: number, data: object) =>
    (await payload.update({ collection: 'authors', id, data })).slug

  it('follows the name until a live article names the author, or somebody wrote it', async () => {
    const data = { name: 'Ann', slug: '' }
    const { id, slug } = await payload.create({ collection: 'authors', data })
    expect(slug).toBe('ann')
    expect(await rename(id, { name: 'Ann Berg' })).toBe('ann-berg')
    const other = await payload.create({
      collection: 'authors',
      data: { ...data, name: 'Ann Bérg' },
    })
    expect(other.slug).toBe('ann-berg-2')
    expect(await rename(other.id, { slug: 'Berg-A' })).toBe('berg-a')
    expect(await rename(other.id, { name: 'Anna' })).toBe('berg-a')
    await publishNew(payload, 'articles', { authors: [id] })
    expect(await rename(id, { name: 'Ann Burg' })).toBe('ann-berg')
  })
})

describe('the page about the organisation', () => {
  it('is an editor’s to write, and nobody else’s address', async () => {
    const data = {
      path: '/about',
      title: 'About us',
      summary: 'S',
      body: richText(paragraph('T')),
    }
    const { id } = await payload.create({ collection: 'articles', draft: true, data })
    expect(await codes(publishByForce(payload, id))).toEqual(['pathReserved'])
    await payload.create({ collection: 'pages', data: { ...data, _status: 'published' } })
    expect((await readPage('/about')).bytes).toContain('<h1>About us</h1>')
  })
})
