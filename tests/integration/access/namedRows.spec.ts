// What a page, a draft or the history is made of is not deleted, through whichever door.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { articleLink, paragraph, richText } from '../../fixtures/richText'
import { createDraft, createIn, publishNew, withItems } from '../../setup/documents'
import { callerFor, type Call } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import {
  account,
  accounts,
  act,
  as,
  recordOf,
  rowOf as workflowOf,
  save,
} from '../../setup/workflow'

let payload: Payload
let users: Record<'writer' | 'reviewer' | 'editor' | 'admin', User>
let editor: Call
let admin: Call
beforeAll(async () => {
  payload = await openTestPayload()
  users = await accounts(payload)
  editor = await callerFor(payload, users.editor)
  admin = await callerFor(payload, users.admin)
})

let made = 0
type Named = 'authors' | 'categories' | 'topics'
const rowOf = async (collection: Named): Promise<number> =>
  (await payload.create({ collection, data: { name: `${collection} ${++made}`, slug: '' } })).id

const isThere = async (collection: Named, id: number): Promise<boolean> =>
  (await payload.count({ collection, where: { id: { equals: id } } })).totalDocs === 1

const NAMED_BY: [Named, (id: number) => object][] = [
  ['authors', (id) => ({ authors: [id] })],
  ['authors', (id) => ({ reviewer: id })],
  ['categories', (id) => ({ category: id })],
  ['topics', (id) => ({ topics: [id] })],
]

describe.each(NAMED_BY)('one of the %s', (collection, naming) => {
  it('that a live page names is kept, and what names it is listed', async () => {
    const id = await rowOf(collection)
    await publishNew(payload, 'articles', { title: `Live ${collection} ${id}`, ...naming(id) })
    const { status, body } = await editor('DELETE', `/${collection}/${id}`)
    expect([status, await isThere(collection, id)]).toEqual([409, true])
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining(`“Live ${collection} ${id}” (live)`) as string,
      data: { issues: [{ code: 'stillNamed', total: 1 }] },
    })
    const bulk = await editor('DELETE', `/${collection}?where[id][in][0]=${id}`)
    expect([bulk.body.errors?.length, await isThere(collection, id)]).toEqual([1, true])
    await expect(payload.delete({ collection, id })).rejects.toMatchObject({ status: 409 })
  })

  it('that a draft or an older version names is kept', async () => {
    const id = await rowOf(collection)
    const draft = await payload.create({
      collection: 'articles',
      draft: true,
      data: { title: 'Draft', summary: 'S', body: richText(paragraph('T')), ...naming(id) },
    })
    const where = async () => {
      const { body } = await editor('DELETE', `/${collection}/${id}`)
      return body.errors?.[0]?.message
    }
    expect(await where()).toContain('“Draft” (working version)')
    const empty = Object.fromEntries(
      Object.entries(naming(id)).map(([field, value]) => [field, Array.isArray(value) ? [] : null]),
    )
    await save(payload, users.editor, draft.id, empty)
    expect(await where()).toContain('“Draft” (an older version, in the history)')
    const deletedAt = new Date().toISOString()
    await payload.update({
      collection: 'articles',
      id: draft.id,
      data: { deletedAt },
      ...as(users.editor),
    })
    await admin('DELETE', `/articles/${draft.id}?trash=true`)
    expect((await editor('DELETE', `/${collection}/${id}`)).status).toBe(200)
    expect(await isThere(collection, id)).toBe(false)
  })
})

describe('what names it', () => {
  const give = async (call: Call, collection: Named, from: number, to: number) => {
    const { status, body } = await call('POST', `/${collection}/${from}/give`, { to })
    const given = body.given as { title: string; became: string }[] | undefined
    return [status, given?.map(({ title, became }) => [title, became])]
  }
  const authorsOf = async (id: number, draft: boolean) =>
    (await payload.findByID({ collection: 'articles', id, draft, depth: 0 })).authors

  it('is given to another by an editor, and what was live waits for approval', async () => {
    const [from, to] = [await rowOf('authors'), await rowOf('authors')]
    const title = `By ${from}`
    const id = await publishNew(payload, 'articles', { title, authors: [from, to] })
    expect(await give(editor, 'authors', from, to)).toEqual([200, [[title, 'inReview']]])
    expect([await authorsOf(id, false), await authorsOf(id, true)]).toEqual([[from, to], [to]])
    expect((await editor('DELETE', `/authors/${from}`)).status).toBe(409)
    await act(payload, users.admin, 'approve', id)
    await act(payload, users.admin, 'publish', id)
    expect(await authorsOf(id, false)).toEqual([to])
    // It stands in what was live before.
    expect((await editor('DELETE', `/authors/${from}`)).body.errors?.[0]?.message).toContain(
      'in the history',
    )
  })

  it('is given by an administrator at once, and the record says so', async () => {
    const [from, to] = [await rowOf('authors'), await rowOf('authors')]
    const title = `By ${from}`
    const id = await publishNew(payload, 'articles', { title, authors: [from] })
    const before = await payload.findByID({ collection: 'articles', id })
    expect(await give(admin, 'authors', from, to)).toEqual([200, [[title, 'live']]])
    const after = await payload.findByID({ collection: 'articles', id, depth: 0 })
    expect([after.authors, after.publishedAt]).toEqual([[to], before.publishedAt])
    expect(Date.parse(after.modifiedAt ?? '')).toBeGreaterThan(Date.parse(before.modifiedAt ?? ''))
    expect((await recordOf(payload, id)).at(-1)).toMatchObject({
      what: 'forcePublish',
      who: users.admin.id,
      note: `Given from “authors ${made - 1}” to “authors ${made}”.`,
    })
    expect((await workflowOf(payload, id)).forced).toBeTruthy()
  })

  it('is left alone while it is scheduled, and stays a draft where it was one', async () => {
    const [from, to] = [await rowOf('topics'), await rowOf('topics')]
    const people = { author: users.writer, editor: users.editor }
    const scheduled = await createIn(payload, 'scheduled', 'articles', people, { topics: [from] })
    const draft = await createIn(payload, 'draft', 'articles', people, { topics: [from] })
    const [, given] = await give(admin, 'topics', from, to)
    expect((given as string[][]).map(([, became]) => became).sort()).toEqual(['draft', 'refused'])
    const topics = async (id: number) =>
      (await payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })).topics
    expect([await topics(scheduled), await topics(draft)]).toEqual([[from], [to]])
  })

  it('is given by nobody else, and to nothing else', async () => {
    const [from, to] = [await rowOf('authors'), await rowOf('authors')]
    const writer = await callerFor(payload, users.writer)
    const stranger = await callerFor(payload, null)
    expect((await give(writer, 'authors', from, to))[0]).toBe(403)
    expect((await give(stranger, 'authors', from, to))[0]).toBe(403)
    expect((await give(editor, 'authors', from, from))[0]).toBe(422)
    expect((await give(editor, 'authors', from, 999_999))[0]).toBe(422)
  })
})

describe('a document', () => {
  const trash = (collection: Kind, id: number) =>
    payload.update({
      collection,
      id,
      data: { deletedAt: new Date().toISOString() } as never,
      ...as(users.editor),
    })
  const removal = async (collection: Kind, id: number) => {
    const { status, body } = await admin('DELETE', `/${collection}/${id}?trash=true`)
    return [status, body.errors?.[0]?.message]
  }

  it.each<[Kind, (id: number) => [Kind, object]]>([
    ['faq-items', (id) => ['articles', { body: withItems(id) }]],
    ['articles', (id) => ['read-also-links', { kind: 'internal', article: id, url: null }]],
    [
      'articles',
      (id) => ['faq-items', { answer: richText(paragraph(articleLink(id, 'There'), '.')) }],
    ],
  ])('of %s is deleted for ever only when nothing names it', async (kind, naming) => {
    const id = await createDraft(payload, kind, users.writer)
    const [namingKind, said] = naming(id)
    const by = await createDraft(payload, namingKind, users.writer, said)
    await trash(kind, id)
    expect(await removal(kind, id)).toEqual([
      409,
      expect.stringContaining('(working version)') as string,
    ])
    await trash(namingKind, by)
    expect((await removal(kind, id))[0]).toBe(409)
    expect((await removal(namingKind, by))[0]).toBe(200)
    expect((await removal(kind, id))[0]).toBe(200)
  })
})

describe('an account that is gone', () => {
  it('is named in the history as it was', async () => {
    const leaver = await account(payload, 'writer')
    const id = await createDraft(payload, 'articles', leaver)
    await act(payload, leaver, 'submit', id)
    expect((await admin('DELETE', `/users/${leaver.id}`)).status).toBe(200)
    const { status, body } = await editor('GET', `/articles/${id}/history`)
    expect([status, JSON.stringify(body)]).toEqual([200, expect.stringContaining(leaver.name)])
    expect(JSON.stringify(body)).not.toContain(`Account ${leaver.id}`)
  })
})
