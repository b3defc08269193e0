// Requests in odd forms: filters without meaning, a query in a body, another method in a header, and the rooms that Payload keeps for itself.
import { describe, expect, it } from 'vitest'
import { createDraft } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { send } from '../../setup/http'
import { rowOf } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

describe('a question in an odd form', () => {
  it.each([
    'where[title][all]=x',
    'where[title][like][]=x',
    'where[title][not_like][a]=x',
    'where[title][near]=1',
  ])('%s is no condition', async (query) => {
    for (const path of ['/articles', '/articles/count'])
      expect((await calls.writer('GET', `${path}?${query}`)).status, path).toBe(400)
  })

  it.each([
    'depth=10',
    'depth=-1',
    'page=x',
    'select=x',
    'populate=x',
    'joins=x',
    'locale=x',
    'sort=x',
    'sort[]=x',
    'where[or][]=',
    'where[title][exists]=maybe',
    'draft=x',
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
    ['GET', '/payload-migrations', 404],
    ['DELETE', '/payload-migrations?where[id][exists]=true', 404],
    ['PATCH', '/payload-migrations/1', 404, { name: 'x' }],
    ['GET', '/payload-jobs', 404],
    ['GET', '/payload-jobs/run', 404],
    ['GET', '/payload-kv', 404],
    ['DELETE', '/payload-kv?where[id][exists]=true', 404],
    ['POST', '/graphql', 404, { query: '{ Users { docs { id } } }' }],
    ['GET', '/users/distinct?field=email', 404],
    ['POST', '/users/first-register', 404, { email: 'x@example.org', password: 'x', name: 'x' }],
    ['POST', '/users/unlock', 404, { email: 'x@example.org' }],
    ['GET', '/users/init', 404],
    ['GET', '/globals/site-settings/versions', 403],
    ['POST', '/globals/site-settings/versions/1', 403, {}],
    ['GET', '/topics/versions', 403],
    ['GET', '/payload-preferences?where[user.email][like]=a', 404],
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
      ...forged,
      user: { relationTo: 'users', value: users.editor.id },
    })
    await calls.writer('PATCH', all, forged)
    await calls.writer('DELETE', all)
    const { body } = await calls.editor('GET', '/payload-preferences/mine')
    expect(body.value).toEqual({ of: 'the editor' })
  })
})
