// What lies in somebody else's trash is not told of by the way: no comment, event, review link, notice or presence of it.
import { describe, expect, it } from 'vitest'
import { PORTION, pruneNotices } from '@/cms/notices/prune'
import { poolOf } from '@/cms/database/pool'
import { runMailLoop } from '@/jobs/mail'
import { createDraft } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor } from '../../setup/http'
import { linkTo } from '../../setup/review'
import { account, act, rowOf } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

describe('a document in the trash', () => {
  it('is not told of to whoever may not look there, and still is to those who may', async () => {
    const author = await account(payload, 'writer')
    const own = await callerFor(payload, author)
    const id = await createDraft(payload, 'articles', author)
    await calls.writer('POST', `/articles/${id}/comments`, { text: 'Secret.', version: 1 })
    await linkTo(calls.editor, id)
    await act(payload, author, 'submit', id, { note: 'Secret.' })
    await act(payload, editor, 'requestChanges', id, { note: 'Secret.' })
    const about = `where[document][equals]=${id}&where[kind][equals]=articles`
    const seen = async (call: typeof own, slug: string) =>
      (await call('GET', `/${slug}?${about}`)).body.totalDocs
    const told = ['comments', 'workflow-events', 'review-links']
    for (const slug of told) expect(await seen(calls.writer, slug), slug).toBeGreaterThan(0)
    const { version: workflowVersion } = await rowOf(payload, id)
    const trashed = { deletedAt: new Date().toISOString(), workflowVersion }
    expect((await own('PATCH', `/articles/${id}`, trashed)).status).toBe(200)
    for (const slug of told) {
      expect(await seen(calls.writer, slug), slug).toBe(0)
      expect(await seen(own, slug), slug).toBeGreaterThan(0)
      expect(await seen(calls.editor, slug), slug).toBeGreaterThan(0)
    }
    const presence = { tab: 'a-tab-of-mine' }
    for (const [method, path, body] of [
      ['GET', 'history'],
      ['GET', 'differences?from=working&to=live'],
      ['GET', 'comments'],
      ['GET', 'review-links'],
      ['GET', 'workflow'],
      ['POST', 'presence', presence],
      ['POST', 'events', { event: 'submit', version: 1 }],
    ] as const) {
      const [here, never] = [id, 999_999].map((at) =>
        calls.writer(method, `/articles/${at}/${path}`, body),
      )
      expect(await here, path).toEqual(await never)
      expect((await here)!.status, path).toBe(404)
    }
    const { body } = await calls.writer('GET', '/notices/mine')
    expect(JSON.stringify(body)).not.toContain('Secret.')
    expect(JSON.stringify((await calls.writer('GET', '/notices?limit=100')).body)).not.toContain(
      'Secret.',
    )
  })
})

describe('when a row was made', () => {
  it('is not for a request to say', async () => {
    const id = await createDraft(payload, 'articles', users.admin)
    const forged = { createdAt: '2001-01-01T00:00:00Z', updatedAt: '2001-01-01T00:00:00Z' }
    await calls.admin('PATCH', `/articles/${id}?draft=true`, { ...forged, summary: 'x' })
    const doc = await payload.findByID({ collection: 'articles', id, draft: true })
    expect([doc.createdAt, doc.updatedAt].map((date) => date < '2002')).toEqual([false, false])
  })
})

describe('old notices', () => {
  const insert = (days: number, seen: boolean, count = 1) =>
    poolOf(payload.db).query(
      `insert into notices (who, what, kind, document, version, mail_tries, created_at, updated_at, seen_at)
       select 900001, 'submit', 'articles', 1, 1, 5, now() - $1 * interval '1 day', now(),
         case when $2 then now() end from generate_series(1, $3)`,
      [days, seen, count],
    )
  const left = async () => {
    const { totalDocs } = await payload.count({
      collection: 'notices',
      where: { who: { equals: 900_001 } },
    })
    return totalDocs
  }

  it('go after 90 days when they were seen, after a year anyway, a portion at a time', async () => {
    await insert(89, true)
    await insert(364, false)
    expect(await pruneNotices(payload)).toBe(0)
    await insert(91, true, PORTION)
    await insert(366, false, 2)
    expect(await pruneNotices(payload)).toBe(PORTION)
    expect(await pruneNotices(payload)).toBe(2)
    expect(await left()).toBe(2)
  })

  it('go while the site is served', async () => {
    await insert(366, false)
    const before = await left()
    const stop = new AbortController()
    const mailing = runMailLoop(stop.signal, 50)
    await expect.poll(left, { timeout: 20_000 }).toBe(before - 1)
    stop.abort()
    await mailing
  })
})
