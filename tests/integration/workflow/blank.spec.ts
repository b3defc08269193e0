// "Create new" leaves nothing behind: until somebody writes into it the document is there for its form alone.
import { describe, expect, it } from 'vitest'
import { readDashboard } from '@/cms/admin/dashboard/queries'
import { sweepBlank } from '@/cms/workflow/sweepBlank'
import { ROLES } from '@/domain/access/roles'
import type { Id, Kind } from '@/domain/workflow/subject'
import { createDraft, TITLE } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { act, as, rowOf, save } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()
const KINDS: readonly Kind[] = ['articles', 'faq-items', 'read-also-links']
const IN_TWO_DAYS = new Date(Date.now() + 2 * 86_400_000).toISOString()

/** As the panel does when somebody opens "Create new". */
const open = async (kind: Kind, data: object = {}): Promise<Id> =>
  (
    await payload.create({
      collection: kind,
      draft: true,
      data: data as never,
      ...as(users.writer),
    })
  ).id

/** The ids in every list that an account gets: the working versions, and the live ones. */
async function listed(kind: Kind): Promise<unknown[]> {
  const found: unknown[] = []
  for (const role of ROLES)
    for (const query of ['draft=true&limit=500', 'limit=500', 'draft=true&where[id][exists]=true'])
      found.push((await calls[role]('GET', `/${kind}?${query}`)).body.docs)
  return found.flat().map((doc) => (doc as { id: Id }).id)
}

const sweep = () => sweepBlank(payload, IN_TWO_DAYS)
const isThere = async (kind: Kind, id: Id) =>
  (await payload.count({ collection: kind, where: { id: { equals: id } } })).totalDocs === 1

describe.each(KINDS)('of %s', (kind) => {
  it('nobody sees it in a list, and whoever has it open reaches it', async () => {
    const id = await open(kind)
    expect(await listed(kind)).not.toContain(id)
    const { lists } = await readDashboard(payload, users.writer)
    expect(lists.flatMap(({ entries }) => entries)).not.toContainEqual(
      expect.objectContaining({ id, kind }),
    )
    expect((await calls.writer('GET', `/${kind}/${id}?draft=true`)).status).toBe(200)
    expect((await calls.writer('GET', `/${kind}/${id}/workflow`)).status).toBe(200)
  })

  it('it is a document like any other with the first word', async () => {
    const id = await open(kind)
    await calls.writer('PATCH', `/${kind}/${id}?draft=true&autosave=true`, {
      [TITLE[kind]]: 'W',
      workflowVersion: 1,
    })
    expect(await listed(kind)).toContain(id)
    await sweep()
    expect(await isThere(kind, id)).toBe(true)
  })

  it('it is gone after a day, with everything that belongs to it', async () => {
    const id = await open(kind)
    expect(await sweepBlank(payload)).toBe(0)
    await sweep()
    expect(await isThere(kind, id)).toBe(false)
    const versions = await payload.countVersions({
      collection: kind,
      where: { parent: { equals: id } },
    })
    expect(versions.totalDocs).toBe(0)
    await expect(rowOf(payload, id, kind)).rejects.toThrow()
  })
})

describe('no word is swept away', () => {
  it('of what was made with words, by whatever way', async () => {
    const written = await createDraft(payload, 'articles', users.writer)
    const summary = await open('articles', { summary: 'Only this.' })
    const closed = await open('articles', { index: false })
    const paid = await open('read-also-links', { relation: 'paid' })
    const emptied = await open('articles')
    await save(payload, users.writer, emptied, { title: 'A title' })
    await save(payload, users.writer, emptied, { title: '' })
    await sweep()
    for (const id of [written, summary, closed, emptied])
      expect(await isThere('articles', id), String(id)).toBe(true)
    expect(await isThere('read-also-links', paid)).toBe(true)
  })

  it('of what was said of it, or while somebody has it open', async () => {
    const [said, given, seen] = [
      await open('articles'),
      await open('articles'),
      await open('articles'),
    ]
    await calls.editor('POST', `/articles/${said}/comments`, { text: 'Soon?', version: 1 })
    await act(payload, users.editor, 'assign', given, { target: users.writer.id })
    await calls.writer('POST', `/articles/${seen}/presence`, { tab: 'a-tab-of-its-own' })
    await sweep()
    for (const id of [said, given, seen]) expect(await isThere('articles', id)).toBe(true)
  })
})
