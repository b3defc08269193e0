// Who has no account, no role, or no longer one; and the rows that only the workflow writes.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import { ROLES } from '@/domain/access/roles'
import type { Id } from '@/domain/workflow/subject'
import { createDraft, createIn } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor, send } from '../../setup/http'
import { account } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

const now = () => new Date().toISOString()

describe('who has not signed in', () => {
  it.each(KINDS)('learns nothing from %s: what exists answers as what never did', async (kind) => {
    const id = await createIn(payload, 'published', kind, { author: users.writer, editor })
    const doors: [string, (id: Id) => string, object?][] = [
      ['GET', (at) => `/${kind}/${at}`],
      ['GET', (at) => `/${kind}?where[id][equals]=${at}&trash=true`],
      ['GET', (at) => `/${kind}/versions?where[parent][equals]=${at}`],
      ['GET', (at) => `/${kind}/${at}/workflow`],
      ['POST', (at) => `/${kind}/${at}/events`, { event: 'publish', version: 1 }],
      ['POST', (at) => `/${kind}/${at}/duplicate`],
      ['PATCH', (at) => `/${kind}/${at}`, { deletedAt: now() }],
      ['DELETE', (at) => `/${kind}/${at}`],
    ]
    for (const [method, path, body] of doors) {
      const [here, nowhere] = [
        await calls.anonymous(method, path(id), body),
        await calls.anonymous(method, path(999_999), body),
      ]
      expect(here.status, `${method} ${path(id)}`).toBe(403)
      expect(here).toEqual(nowhere)
    }
  })

  it.each([
    'workflows',
    'workflow-events',
    'users',
    'imports',
    'faq-homes',
    'media',
    'redirects',
    'comments',
    'review-links',
  ])('reads no %s', async (collection) => {
    expect((await calls.anonymous('GET', `/${collection}`)).status).toBe(403)
  })

  it.each([
    ['GET', '/users/init', 403],
    ['POST', '/users/first-register', 404],
    ['POST', '/users/unlock', 403],
    ['POST', '/users/verify/x', 403],
    ['GET', '/users/count', 403],
    ['POST', '/users/access', 403],
    ['POST', '/users/refresh-token', 403],
    ['GET', '/og', 404],
    ['GET', '/payload-preferences/x', 403],
    ['GET', '/payload-locked-documents', 403],
    ['GET', '/payload-kv', 404],
    ['GET', '/payload-jobs', 404],
    ['GET', '/payload-jobs/run', 404],
    ['GET', '/payload-migrations', 404],
    ['POST', '/graphql', 404],
    ['GET', '/graphql-playground', 404],
    ['GET', '/media/file/p1.webp', 403],
  ])('finds %s %s closed: %i', async (method, path, status) => {
    const response = await send(method, path, method === 'POST' ? { body: '{}' } : {})
    expect([response.status, await response.text()]).toEqual([status, expect.any(String)])
  })

  it('learns of nobody and of no right', async () => {
    expect(await (await send('GET', '/users/me')).json()).toMatchObject({ user: null })
    const rights = await (await send('GET', '/access')).json()
    expect(JSON.stringify(rights)).not.toContain('true')
  })
})

describe('the workflow’s own rows', () => {
  it.each(ROLES)('are not written by %s over HTTP', async (who) => {
    const id = await createDraft(payload, 'articles', users.writer)
    const call = calls[who]
    const rows = await payload.find({
      collection: 'workflows',
      where: { document: { equals: id } },
    })
    const at = rows.docs[0]!.id
    expect((await call('PATCH', `/workflows/${at}`, { live: true })).status).toBe(403)
    expect((await call('GET', `/workflows/${at}`)).status).toBe(403)
    expect((await call('DELETE', `/workflows/${at}`)).status).toBe(403)
    expect((await call('POST', '/workflow-events', { what: 'approve' })).status).toBe(403)
    expect((await call('GET', '/workflow-events')).status).toBe(200)
  })
})

describe('an account', () => {
  it('that is disabled or demoted loses its rights at once, its session included', async () => {
    const user = await account(payload, 'editor')
    const call = await callerFor(payload, user)
    const change = (data: object) =>
      payload.update({ collection: 'users', id: user.id, data: data as never })
    const id = await createIn(payload, 'approved', 'articles', { author: users.writer, editor })
    const publish = () => call('POST', `/articles/${id}/events`, { event: 'publish', version: 1 })
    await change({ role: 'writer' })
    expect((await publish()).status).toBe(403)
    await change({ role: 'editor', active: false })
    expect((await publish()).body.issues).toMatchObject([{ code: 'notSignedIn' }])
    const edit = { title: 'Still here' }
    expect((await call('PATCH', `/articles/${id}?draft=true`, edit)).status).toBe(403)
    expect((await call('GET', `/articles/${id}`)).status).toBe(403)
    const login = callerFor(payload, user)
    await expect(login).rejects.toMatchObject({ status: 401 })
    await change({ active: true })
    expect((await publish()).status).toBe(200)
  })
})
