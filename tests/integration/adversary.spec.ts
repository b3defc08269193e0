// Somebody with a token and ill will: what they ask by the way, forge in a body, and send in odd forms.
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/cms/workflow/rows'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { paragraph, readAlsoBlock, richText } from '../fixtures/richText'
import { contentOf, createDraft, createIn, TITLE, withItems } from '../setup/documents'
import { openDoors } from '../setup/doors'
import { callerFor, send, type Call } from '../setup/http'
import { createRowIn } from '../setup/rows'
import { account, as, recordOf, rowOf } from '../setup/workflow'

const { calls, editor, payload, users } = await openDoors()
const stranger = await account(payload, 'writer')
const strangers = await callerFor(payload, stranger)

const throwAway = (kind: Kind, id: Id) =>
  payload.update({
    ...{ collection: kind, id, trash: true, ...as(stranger) },
    data: { deletedAt: new Date().toISOString(), workflowVersion: 1 } as never,
  })

const total = async (call: Call, path: string) => (await call('GET', path)).body.totalDocs

describe('what lies in somebody else’s trash', () => {
  it('is not found by a filter through what points at it, drafts included', async () => {
    const item = await createDraft(payload, 'faq-items', stranger, { question: 'Is it a zebra?' })
    const link = await createDraft(payload, 'read-also-links', stranger, { title: 'The zebra' })
    const target = await createDraft(payload, 'articles', stranger, { title: 'A zebra' })
    const shown = withItems(item)
    const body = richText(paragraph('Text.'), readAlsoBlock(link), shown.root.children[1] as never)
    await createDraft(payload, 'articles', users.writer, { body })
    const inside = { kind: 'internal', article: target, title: '' }
    await createDraft(payload, 'read-also-links', users.writer, inside)
    const questions = [
      '/articles?where[faqItems.question][like]=zebra',
      '/articles?where[or][0][and][0][faqItems.question][like]=zebra',
      '/articles?where[readAlsoLinks.title][like]=zebra',
      '/read-also-links?where[article.title][like]=A%20zebra',
    ].flatMap((path) => [path, `${path}&draft=true`])
    for (const path of questions) expect(await total(calls.writer, path), path).toBe(1)
    await throwAway('articles', target)
    await throwAway('faq-items', item)
    await throwAway('read-also-links', link)
    for (const path of questions) {
      expect(await total(calls.writer, path), path).toBe(0)
      expect(await total(calls.editor, path), path).toBe(1)
    }
  })

  it.each(KINDS)('of %s answers every door as what never was', async (kind) => {
    const id = await createDraft(payload, kind, stranger)
    await throwAway(kind, id)
    const { docs } = await payload.findVersions({
      collection: kind,
      where: { parent: { equals: id } },
    })
    const doors: [string, (at: Id) => string, object?][] = [
      ['GET', (at) => `/${kind}/${at}?trash=true`],
      ['PATCH', (at) => `/${kind}/${at}?draft=true`, { [TITLE[kind]]: 'Mine?' }],
      ['PATCH', (at) => `/${kind}/${at}?draft=true&trash=true`, { [TITLE[kind]]: 'Mine?' }],
      ['PATCH', (at) => `/${kind}/${at}?trash=true`, { deletedAt: null }],
      ['PATCH', (at) => `/${kind}?trash=true&where[id][equals]=${at}`, { deletedAt: null }],
      ['DELETE', (at) => `/${kind}/${at}?trash=true`],
      ['DELETE', (at) => `/${kind}?trash=true&where[id][equals]=${at}`],
      ['POST', (at) => `/${kind}/${at}/duplicate`, {}],
      ['POST', (at) => `/${kind}/access/${at}`, {}],
    ]
    for (const [method, path, body] of doors) {
      const answers = [id, 999_999].map((at) => calls.writer(method, path(at), body))
      expect(await answers[0], `${method} ${path(id)}`).toEqual(await answers[1])
    }
    for (const method of ['GET', 'POST']) {
      const answers = [docs[0]!.id, 999_999].map((at) =>
        calls.writer(method, `/${kind}/versions/${at}`),
      )
      expect(await answers[0], `${method} version`).toEqual(await answers[1])
    }
    expect((await strangers('POST', `/${kind}/access/${id}`, {})).status).toBe(200)
    const back = await strangers('PATCH', `/${kind}?trash=true&where[id][equals]=${id}`, {
      deletedAt: null,
    })
    expect(back.body.docs).toHaveLength(1)
  })
})

describe('what a body says of itself', () => {
  const FORGED = {
    ...{ id: 777_777, createdBy: 1, savedBy: users.admin.id, state: 'published', seal: 'x' },
    ...{ publishedAt: '2001-01-01T00:00:00Z', modifiedAt: '2001-01-01T00:00:00Z', live: true },
    ...{ version: 9, approval: { seal: {} }, workflow: { state: 'published' } },
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
      ...{ ...FORGED, [TITLE[kind]]: 'Saved' },
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
      ...{ ...FORGED, [TITLE[kind]]: 'Saved' },
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
        ...{ collection: 'users', where: { id: { equals: stranger.id } } },
      })
    const { updatedAt: _, ...before } = (await kept())!
    const forged = {
      ...{ hash: 'a', salt: 'b', resetPasswordToken: 'mine', role: 'admin' },
      ...{ resetPasswordExpiration: '2999-01-01T00:00:00Z', loginAttempts: 3, active: false },
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

describe('a question in an odd form', () => {
  it.each([
    ...['where[title][all]=x', 'where[title][like][]=x', 'where[title][not_like][a]=x'],
    'where[title][near]=1',
  ])('%s is no condition', async (query) => {
    for (const path of ['/articles', '/articles/count'])
      expect((await calls.writer('GET', `${path}?${query}`)).status, path).toBe(400)
  })

  it.each([
    ...['depth=10', 'depth=-1', 'page=x', 'select=x', 'populate=x', 'joins=x', 'locale=x'],
    ...['sort=x', 'sort[]=x', 'where[or][]=', 'where[title][exists]=maybe', 'draft=x'],
  ])('%s is answered', async (query) => {
    for (const path of ['/articles', '/articles/versions', '/articles/count', '/media'])
      expect((await calls.writer('GET', `${path}?${query}`)).status, path).toBeLessThan(500)
  })

  const asked = async (headers: Record<string, string>, body: string, path = '/articles') => {
    const data = { email: editor.email, password: 'twelve-letters' }
    const { token } = await payload.login({ collection: 'users', data })
    return send('POST', path, { headers: { Authorization: `JWT ${token}`, ...headers }, body })
  }
  const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const JSON_ = { 'Content-Type': 'application/json' }

  it('may stand in the form of a POST that is to be a GET, and there is judged as in an address', async () => {
    for (const name of ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']) {
      const found = await asked({ ...FORM, [name]: 'GET' }, 'where[id][equals]=0&limit=0')
      expect([found.status, await found.json()]).toMatchObject([200, { totalDocs: 0 }])
      for (const body of ['where[id][equals]=%00', 'where=x', 'sort=%00'])
        expect((await asked({ ...FORM, [name]: 'GET' }, body)).status, body).toBe(400)
      for (const body of ['{', 'null', '{"where":{}}'])
        expect((await asked({ ...JSON_, [name]: 'GET' }, body)).status, body).toBe(400)
    }
  })

  it('is never another deed than its method says', async () => {
    const id = await createDraft(payload, 'articles', editor)
    for (const method of ['DELETE', 'PATCH', 'PUT'])
      for (const name of ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override', '_method']) {
        const headers = { ...JSON_, [name]: method }
        const path = `/articles/${id}?_method=${method}&where[id][equals]=${id}`
        expect((await asked(headers, '{}', path)).status, `${name} ${method}`).toBe(404)
      }
    expect((await rowOf(payload, id)).version).toBe(1)
  })
})

describe('rooms of Payload’s own', () => {
  it.each<[string, string, number, object?]>([
    ['GET', '/payload-migrations', 501],
    ['DELETE', '/payload-migrations?where[id][exists]=true', 501],
    ['PATCH', '/payload-migrations/1', 501, { name: 'x' }],
    ['GET', '/payload-jobs', 404],
    ['GET', '/payload-jobs/run', 404],
    ['GET', '/payload-kv', 403],
    ['DELETE', '/payload-kv?where[id][exists]=true', 403],
    ['POST', '/graphql', 404, { query: '{ Users { docs { id } } }' }],
    ['GET', '/users/distinct?field=email', 404],
    ['POST', '/users/first-register', 404, { email: 'x@example.org', password: 'x', name: 'x' }],
    ['POST', '/users/unlock', 404, { email: 'x@example.org' }],
    ['GET', '/users/init', 404],
    ['GET', '/globals/site-settings/versions', 403],
    ['POST', '/globals/site-settings/versions/1', 403, {}],
    ['GET', '/topics/versions', 403],
    ['GET', '/payload-preferences?where[user.email][like]=a', 400],
    ['GET', '/payload-locked-documents?where[document.title][like]=a', 400],
  ])('%s %s: %i, for administrators too', async (method, path, status, body) => {
    for (const who of ['writer', 'admin'] as const)
      expect((await calls[who](method, path, body)).status, who).toBe(status)
  })

  it('preferences of others are neither written nor removed, and not made in their name', async () => {
    await calls.editor('POST', '/payload-preferences/mine', { value: { of: 'the editor' } })
    const all = '/payload-preferences?where[id][exists]=true'
    const forged = { key: 'mine', value: { of: 'a thief' } }
    await calls.writer('POST', '/payload-preferences', {
      ...{ ...forged, user: { relationTo: 'users', value: users.editor.id } },
    })
    await calls.writer('PATCH', all, forged)
    await calls.writer('DELETE', all)
    const { body } = await calls.editor('GET', '/payload-preferences/mine')
    expect(body.value).toEqual({ of: 'the editor' })
  })
})

describe('at the same moment', () => {
  it('two approvals are one: the other learns that it was done', async () => {
    const second = await callerFor(payload, editor)
    for (let round = 0; round < 5; round += 1) {
      const id = await createIn(payload, 'in_review', 'articles', { author: users.writer, editor })
      const approve = (call: Call) =>
        call('POST', `/articles/${id}/events`, { event: 'approve', version: 1 })
      const answers = await Promise.all([approve(calls.editor), approve(second)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
      const refused = answers.find(({ status }) => status === 422)
      expect(refused?.body.issues).toMatchObject([{ code: 'alreadyApproved' }])
      expect((await recordOf(payload, id)).map(({ what }) => what)).toEqual(['submit', 'approve'])
    }
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
    expect((await here('PATCH', at, { password: 'twelve-letters' })).status).toBe(200)
    expect([await me(here), await me(elsewhere)]).toEqual([true, false])
    await calls.admin('PATCH', at, { password: 'twelve-letters' })
    expect(await me(here)).toBe(false)
    expect((await elsewhere('PATCH', at, { name: 'Still here' })).status).toBe(403)
  })
})
