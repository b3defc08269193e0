// What a body says of itself is not heard: whose it is, how far it came, keys and sessions; and rows that are not there are named.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/records/rows'
import type { User } from '@/payload-types'
import { contentOf, createDraft, TITLE, withItems } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { callerFor, type Call } from '../../setup/http'
import { createRowIn } from '../../setup/rows'
import { account, rowOf } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()
const stranger = await account(payload, 'writer')
const strangers = await callerFor(payload, stranger)

describe('what a body says of itself', () => {
  const FORGED = {
    id: 777_777,
    createdBy: 1,
    savedBy: users.admin.id,
    state: 'published',
    seal: 'x',
    publishedAt: '2001-01-01T00:00:00Z',
    modifiedAt: '2001-01-01T00:00:00Z',
    live: true,
    version: 9,
    approval: { seal: {} },
    workflow: { state: 'published' },
  }

  it.each(KINDS)('of %s is not heard, whichever door it comes through', async (kind) => {
    const unchanged = async (id: unknown, version: number) => {
      expect(id).not.toBe(FORGED.id)
      const row = await rowOf(payload, Number(id), kind)
      const mine = { createdBy: users.writer.id, authorsSinceApproval: [users.writer.id] }
      expect(row).toMatchObject({ ...mine, state: 'draft', live: false, approval: null, version })
      const doc = await payload.findByID({ collection: kind, id: Number(id), draft: true })
      expect(doc).toMatchObject({ savedBy: users.writer.id, _status: 'draft' })
      expect([doc.deletedAt ?? null, 'publishedAt' in doc && doc.publishedAt]).toSatisfy(
        (kept: unknown[]) => kept.every((value) => !value),
      )
    }
    const content = { ...contentOf(kind), ...FORGED, workflowVersion: 999_999, deletedAt: TRASHED }
    const made = await calls.writer('POST', `/${kind}?draft=true`, content)
    const id = made.body.doc!.id
    await unchanged(id, 1)
    const saved = await calls.writer('PATCH', `/${kind}/${id}?draft=true`, {
      ...FORGED,
      [TITLE[kind]]: 'Saved',
    })
    expect(saved.status).toBe(200)
    await unchanged(id, 2)
    const copy = await calls.writer('POST', `/${kind}/${id}/duplicate?draft=true`, FORGED)
    await unchanged(copy.body.doc!.id, 1)
    const published = { _status: 'published' }
    const live = await calls.writer('POST', `/${kind}/${id}/duplicate?draft=false`, published)
    expect(live.status).toBe(403)
    const still = await calls.writer('POST', `/${kind}/${id}/duplicate`, published)
    await unchanged(still.body.doc!.id, 1)

    const own = await createDraft(payload, kind, users.editor)
    const many = await calls.editor('PATCH', `/${kind}?draft=true&where[id][equals]=${own}`, {
      ...FORGED,
      [TITLE[kind]]: 'Saved',
    })
    expect(many.body.docs).toHaveLength(1)
    expect(await rowOf(payload, own, kind)).toMatchObject({ state: 'draft', version: 2 })
  })

  const TRASHED = '2001-01-01T00:00:00Z'

  it.each([999_999, 0, 2])('a version that is not the newest (%i) saves nothing', async (n) => {
    const id = await createDraft(payload, 'articles', users.writer)
    const data = { title: 'From elsewhere', workflowVersion: n }
    const answer = await calls.writer('PATCH', `/articles/${id}?draft=true`, data)
    expect(answer).toMatchObject({ status: 409 })
    expect((await rowOf(payload, id)).version).toBe(1)
  })

  it('makes nobody another account: keys, sessions and role are kept', async () => {
    const kept = () =>
      payload.db.findOne<User & Record<string, unknown>>({
        collection: 'users',
        where: { id: { equals: stranger.id } },
      })
    const { updatedAt: _, ...before } = (await kept())!
    const forged = {
      hash: 'a',
      salt: 'b',
      resetPasswordToken: 'mine',
      role: 'admin',
      resetPasswordExpiration: '2999-01-01T00:00:00Z',
      loginAttempts: 3,
      active: false,
      sessions: [{ id: 'mine', createdAt: '2026-01-01', expiresAt: '2999-01-01' }],
    }
    expect((await strangers('PATCH', `/users/${stranger.id}`, forged)).status).toBe(200)
    expect(await kept()).toMatchObject(before)
    expect((await calls.admin('PATCH', `/users/${stranger.id}`, { hash: 'a' })).status).toBe(200)
    expect(await kept()).toMatchObject(before)
  })
})

describe('a bulk edit that names a row that is not there', () => {
  it.each<[string, object]>([
    ['category', { category: 999_999 }],
    ['authors', { authors: [999_999] }],
    ['body', { body: withItems(999_999) }],
    ['heroImage', { heroImage: 999_999 }],
  ])('is refused, names the field (%s) and writes nothing', async (field, data) => {
    const ids = [1, 2].map(() => createDraft(payload, 'articles', users.editor))
    const where = `where[id][in]=${(await Promise.all(ids)).join()}`
    const answer = await calls.editor('PATCH', `/articles?draft=true&${where}`, data)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(`${field}: names a row that is not there.`)
    for (const id of ids) expect((await rowOf(payload, await id)).version).toBe(1)
    const category = await createRowIn(payload, 'categories', users.editor)
    const good = await calls.editor('PATCH', `/articles?draft=true&${where}`, { category })
    expect(good).toMatchObject({ status: 200, body: { errors: [] } })
    expect(good.body.docs).toHaveLength(2)
  })
})

describe('a new password', () => {
  it('ends the account’s other sessions, and of one that an administrator set all', async () => {
    const user = await account(payload, 'editor')
    const [here, elsewhere] = [await callerFor(payload, user), await callerFor(payload, user)]
    const me = async (call: Call) => (await call('GET', '/users/me')).body.user !== null
    const at = `/users/${user.id}`
    expect([await me(here), await me(elsewhere)]).toEqual([true, true])
    expect((await here('PATCH', at, { password: 'short' })).status).toBe(400)
    const set = { password: 'twelve-letters', currentPassword: 'twelve-letters' }
    expect((await here('PATCH', at, set)).status).toBe(200)
    expect([await me(here), await me(elsewhere)]).toEqual([true, false])
    await calls.admin('PATCH', at, { password: 'twelve-letters' })
    expect(await me(here)).toBe(false)
    expect((await elsewhere('PATCH', at, { name: 'Still here' })).status).toBe(403)
  })
})
