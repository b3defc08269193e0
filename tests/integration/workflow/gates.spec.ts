// What single lines of the gates keep: each of these was true only by luck when the line was taken out.
import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { inTransaction } from '@/cms/database/transaction'
import { KINDS } from '@/cms/records/rows'
import { createDraft, createIn } from '../../setup/documents'
import { latestVersion, openRestClients, stored } from '../../setup/restClients'
import { act, as, codes, publishByForce, rowOf } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

const now = () => new Date().toISOString()

describe.each(KINDS)('%s', (kind) => {
  const trash = (id: number, deletedAt: string | null) =>
    calls.editor('PATCH', `/${kind}/${id}?trash=true`, { deletedAt })

  it('a version that was saved on the way into the trash throws nothing away again', async () => {
    const id = await createDraft(payload, kind, users.writer)
    expect((await trash(id, now())).status).toBe(200)
    const { docs } = await payload.findVersions({
      collection: kind,
      where: { parent: { equals: id } },
      trash: true,
      sort: '-id',
    })
    const thrown = docs.find(({ version }) => version.deletedAt)
    expect((await trash(id, null)).status).toBe(200)
    const restored = await calls.editor('POST', `/${kind}/versions/${thrown?.id}?draft=true`)
    expect(restored.status).toBe(200)
    expect((await calls.editor('GET', `/${kind}/${id}?draft=true`)).status).toBe(200)
  })

  it('whoever throws a text away and brings it back has not written it', async () => {
    const id = await createIn(payload, 'changes_requested', kind, { author: users.writer, editor })
    for (const deletedAt of [now(), null]) expect((await trash(id, deletedAt)).status).toBe(200)
    await act(payload, users.writer, 'submit', id, {}, kind)
    expect(await codes(act(payload, users.editor, 'approve', id, {}, kind))).toEqual([])
  })

  it('its author is offered to bring it back out of the trash', async () => {
    const id = await createDraft(payload, kind, users.writer)
    await trash(id, now())
    const { body } = await calls.writer('POST', `/${kind}/access/${id}`, {})
    expect(body.update).toBe(true)
  })

  it('a bulk edit waits for a save that is under way, and goes over nothing of it', async () => {
    const id = await createDraft(payload, kind, editor)
    const field = kind === 'faq-items' ? 'reviewer' : kind === 'articles' ? 'category' : 'relation'
    let bulk: Promise<{ errors: unknown[] }> | undefined
    await inTransaction({ payload }, async (req) => {
      const title = kind === 'faq-items' ? { question: 'Is it kept?' } : { title: 'It is kept' }
      await payload.update({
        collection: kind,
        id,
        draft: true,
        data: { ...title, workflowVersion: 1 } as never,
        ...as(users.admin),
        req: Object.assign(req, { context: {} }),
      })
      const value = field === 'relation' ? 'paid' : null
      bulk = payload.update({
        collection: kind,
        where: { id: { equals: id } },
        draft: true,
        data: { [field]: value } as never,
        ...as(editor),
      }) as never
      await expect.poll(waiting).toBeGreaterThan(0)
    })
    expect((await bulk)?.errors).toEqual([])
    expect(await stored(payload, kind, id)).toMatchObject({ version: 3 })
    const saved = await payload.findByID({ collection: kind, id, draft: true })
    expect(saved).toMatchObject(
      kind === 'faq-items' ? { question: 'Is it kept?' } : { title: 'It is kept' },
    )
  })
})

/** How many statements wait for somebody's lock. */
async function waiting(): Promise<number> {
  const { rows } = await poolOf(payload.db).query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}

it('an old version that comes back keeps the date of the first publication', async () => {
  const id = await createDraft(payload, 'articles', users.writer)
  const draft = await latestVersion(payload, 'articles', id)
  await publishByForce(payload, id)
  const { publishedAt } = await payload.findByID({ collection: 'articles', id })
  expect(publishedAt).toBeTruthy()
  expect((await calls.editor('POST', `/articles/versions/${draft}?draft=true`)).status).toBe(200)
  const working = await payload.findByID({ collection: 'articles', id, draft: true })
  expect(working).toMatchObject({ publishedAt, _status: 'draft' })
  expect((await rowOf(payload, id)).state).toBe('draft')
})

it('a request without an account is not a reader of this process, even past the closed doors', async () => {
  const id = await createDraft(payload, 'articles', users.writer)
  await publishByForce(payload, id)
  const asked = async (payloadAPI: 'local' | 'REST') => {
    const req = await createLocalReq({}, payload)
    req.payloadAPI = payloadAPI
    return payload.find({ collection: 'articles', overrideAccess: false, req })
  }
  expect((await asked('local')).totalDocs).toBeGreaterThan(0)
  await expect(asked('REST')).rejects.toMatchObject({ status: 403 })
})
