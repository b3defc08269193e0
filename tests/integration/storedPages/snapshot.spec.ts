// A reader's page is of one moment, says which, and never keeps a connection, however it ends.
import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as preview } from '@/app/(site)/preview/[id]/route'
import { poolOf } from '@/cms/database/pool'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import { listArticles } from '@/site/lists/queries'
import { answerPage, type RenderPage } from '@/site/page/answerPage'
import { readerClient } from '@/site/data/readerClient'
import { createDraft } from '../../setup/documents'
import { openTestPayload } from '../../setup/payload'
import { readPage, readResponse } from '../../setup/readers'
import { isStale, revisionOf } from '../../setup/revision'
import { account, act, publishByForce, save } from '../../setup/workflow'

let payload: Payload
let writer: User
let editor: User
let id: number

beforeAll(async () => {
  payload = await openTestPayload()
  writer = await account(payload, 'writer')
  editor = await account(payload, 'editor')
  id = await createDraft(payload, 'articles', writer, { path: '/here', title: 'First' })
  await publishByForce(payload, id)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const request = (address: string) => new Request(`http://localhost:3000${address}`)
const render = (renderPage: RenderPage, address = '/made-up') =>
  answerPage(request(address), renderPage).then(readResponse)

/** Connections that are lent out; one is Payload's own for as long as it lives. */
const lent = (): number => {
  const { totalCount, idleCount } = poolOf(payload.db)
  return totalCount - idleCount
}

const publishAs = async (title: string) => {
  await save(payload, writer, id, { title })
  await publishByForce(payload, id)
}

describe('a page', () => {
  it('whose reading began before a commit and ended after it shows one moment, and is stale', async () => {
    await publishAs('Before')
    const read = await render(async () => {
      const first = await findArticle('/here')
      await publishAs('After')
      const [second] = await listArticles()
      const third = await findArticle('/here')
      return [first?.title, second?.title, third?.title].join(', ')
    })
    expect(read.bytes).toContain('Before, Before, Before')
    expect(read.revision).toBe((await revisionOf(payload)) - 1)
    expect(await isStale(payload, read)).toBe(true)
    const again = await render(async () => (await findArticle('/here'))?.title)
    expect(again.bytes).toContain('After')
    expect(await isStale(payload, again)).toBe(false)
  })

  it('that finds nothing depends on its address, and so notices who comes there', async () => {
    const nothing = await readPage('/here-soon')
    expect(nothing).toMatchObject({
      status: 404,
      facts: expect.arrayContaining(['path:/here-soon']),
    })
    const other = await readPage('/here-never')
    const soon = await createDraft(payload, 'articles', writer, { path: '/here-soon' })
    await publishByForce(payload, soon)
    expect(await isStale(payload, nothing)).toBe(true)
    expect(other.status).toBe(404)
  })

  it('that was withdrawn or moved says what it was built from too', async () => {
    const gone = await createDraft(payload, 'articles', writer, { path: '/going' })
    const target = await createDraft(payload, 'articles', writer, { path: '/target' })
    for (const each of [gone, target]) await publishByForce(payload, each)
    await act(payload, editor, 'unpublish', gone, { reason: 'moved', target })
    const moved = await readPage('/going')
    expect(moved).toMatchObject({
      status: 301,
      facts: expect.arrayContaining([tagFor.link(target)]),
    })
    await act(payload, editor, 'unpublish', target, { reason: 'gone' })
    expect(await isStale(payload, moved)).toBe(true)
    expect(await readPage('/going')).toMatchObject({ status: 410, revision: expect.any(Number) })
  })

  it('that asks without saying what for depends on everything of the collection', async () => {
    const find = async () => {
      const { docs } = await (await readerClient()).find({ collection: 'topics' })
      return `${docs.length} topics`
    }
    const read = await render(find)
    expect(read.facts).toContain('topic:any')
    await payload.create({ collection: 'topics', data: { name: 'New', slug: '' } })
    expect(await isStale(payload, read)).toBe(true)
  })

  it.each<[string, () => Promise<{ revision: number | null }>]>([
    [
      'what no fact covers',
      () =>
        render(async () => String(await (await readerClient()).find({ collection: 'imports' }))),
    ],
    ['a working version', () => render(async () => String(await readerClient('working')))],
    ['an error', () => render(async () => Promise.reject(new Error('out of order')))],
    [
      'what more than its address decides',
      () => answerPage(request('/made-up'), async () => 'x', { stored: false }).then(readResponse),
    ],
    [
      'a preview without a signature',
      () =>
        preview(request(`/preview/${id}`), { params: Promise.resolve({ id: String(id) }) }).then(
          readResponse,
        ),
    ],
  ])('with %s is never kept', async (_, read) => {
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await read()).toMatchObject({ revision: null, facts: [] })
  })
})

describe('parts of a list', () => {
  it('have an address each, and one only', async () => {
    const { id: topic } = await payload.create({
      collection: 'topics',
      data: { name: 'Many', slug: '' },
    })
    for (let n = 0; n < 25; n++)
      await publishByForce(
        payload,
        await createDraft(payload, 'articles', writer, { topics: [topic] }),
      )
    const [first, second] = [await readPage('/topic/many'), await readPage('/topic/many?page=2')]
    const cards = ({ bytes }: { bytes: string }) => bytes.match(/<article class="card">/g)?.length
    expect([cards(first), cards(second)]).toEqual([24, 1])
    expect(first.bytes).toContain('<a href="/topic/many?page=2" rel="next">')
    expect(second.bytes).toContain('<title>Many, page 2 – Backstory</title>')
    expect(second.bytes).toContain('rel="canonical" href="http://localhost:3000/topic/many?page=2"')
    expect(second.bytes).toContain('<a href="/topic/many" rel="prev">')
    for (const past of ['3', '0', 'two', '2&page=2'])
      expect(await readPage(`/topic/many?page=${past}`)).toMatchObject({ status: 404 })
    expect((await readPage('/topic/many?page=1')).bytes).toMatch(/^308\n\/topic\/many\n/)
    expect((await readPage('/about?page=2')).bytes).toMatch(/^308\n\/about\n/)
  }, 60_000)
})

describe('a connection', () => {
  it('is given back after every page, also one that fails', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const before = lent()
    for (let n = 0; n < 12; n++) {
      expect((await readPage('/here')).status).toBe(200)
      expect(await render(() => Promise.reject(new Error('broken')))).toMatchObject({ status: 503 })
    }
    expect(lent()).toBe(before)
  })

  it('that Postgres closes under a page fails that page alone', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const before = lent()
    const read = await render(async () => {
      await poolOf(payload.db).query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where state = 'idle in transaction' and datname = current_database()`,
      )
      return (await findArticle('/here'))?.title
    })
    expect(read).toMatchObject({ status: 503, revision: null })
    expect(lent()).toBe(before)
    expect((await readPage('/here')).status).toBe(200)
  })

  it('is one for each page, so that many pages wait for one another and all come', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => readPage('/here')))
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200))
  })
})
