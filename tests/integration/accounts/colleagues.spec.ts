// What accounts see of one another, what nobody finds out by asking cleverly, and that an administrator stays.
import { describe, expect, it } from 'vitest'
import { ROLES } from '@/domain/access/roles'
import { openRestClients } from '../../setup/restClients'
import { callerFor } from '../../setup/http'
import { createRowIn } from '../../setup/rows'
import { account } from '../../setup/workflow'

const { calls, editor, payload, users } = await openRestClients()

describe('a colleague', () => {
  it.each(ROLES)(
    'is a name and a role to %s; the address is for its holder and for admins',
    async (who) => {
      const other = await account(payload, 'reviewer')
      await callerFor(payload, other)
      const { body } = await calls[who]('GET', `/users/${other.id}?depth=2`)
      expect(body).toMatchObject({ name: other.name, role: 'reviewer' })
      expect('email' in body).toBe(who === 'admin')
      expect('mailNotices' in body).toBe(who === 'admin')
      for (const secret of ['hash', 'salt', 'resetPasswordToken'])
        expect(body).not.toHaveProperty(secret)
      expect(body.sessions ?? []).toEqual([])
      const me = await calls[who]('GET', `/users/${users[who].id}`)
      expect(me.body.email).toBe(users[who].email)
      const asMe = await calls[who]('GET', '/users/me')
      expect(asMe.body.user).toMatchObject({ email: users[who].email })
    },
  )

  it('is a name to whoever reads what they locked or wrote', async () => {
    const id = await createRowIn(payload, 'topics', editor)
    // As the panel does while somebody edits.
    await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'topics', value: id },
        user: { relationTo: 'users', value: users.editor.id },
      },
    })
    const { body } = await calls.writer('GET', '/payload-locked-documents?depth=2')
    expect(JSON.stringify(body)).toContain(users.editor.name)
    expect(JSON.stringify(body)).not.toContain('@')
  })

  it('keeps its own preferences', async () => {
    await calls.editor('POST', '/payload-preferences/secret', { value: { of: 'the editor' } })
    const { body } = await calls.editor('GET', '/payload-preferences/secret')
    expect(body.value).toEqual({ of: 'the editor' })
    expect((await calls.writer('GET', '/payload-preferences/secret')).body.value).toBeNull()
    const all = await calls.admin('GET', '/payload-preferences?where[key][equals]=secret')
    expect(all.body.docs ?? []).toEqual([])
    expect((await calls.disabled('GET', '/payload-preferences/secret')).status).toBe(403)
  })
})

describe('a question', () => {
  const SECRETS = [
    'email',
    'mailNotices',
    'hash',
    'salt',
    'resetPasswordToken',
    'resetPasswordExpiration',
    'sessions.id',
  ]

  it.each(SECRETS)('about the %s of others is not answered', async (field) => {
    const asked = [
      `/users?where[${field}][like]=a`,
      `/users?where[or][0][and][0][${field}][exists]=true`,
      `/users/count?where[${field}][exists]=true`,
      `/payload-locked-documents?where[user.${field}][exists]=true`,
    ]
    for (const path of asked)
      expect((await calls.writer('GET', path)).status, path).toBeGreaterThanOrEqual(400)
    // A sort that is not heard sorts nothing.
    const sorted = async (sort: string) => {
      const { body, status } = await calls.writer('GET', `/users?sort=${sort}&limit=100`)
      return status >= 400 ? status : body.docs!.map(({ id }) => id)
    }
    expect(await sorted(field)).toEqual(await sorted(`-${field}`))
    const selected = await calls.writer('GET', `/users?select[${field}]=true&limit=100`)
    for (const doc of (selected.body.docs ?? []).filter(({ id }) => id !== users.writer.id))
      expect(Object.keys(doc)).not.toContain(field.split('.')[0])
  })

  it('by an admin about an address is answered', async () => {
    const path = `/users?where[email][equals]=${users.writer.email}`
    expect((await calls.admin('GET', path)).body.totalDocs).toBe(1)
  })

  it.each(['limit=0', 'pagination=false', 'limit=-1', 'limit=1e9', 'limit=0&page=-3'])(
    'for everything (%s) is answered with a page',
    async (query) => {
      const { body, status } = await calls.writer('GET', `/users?${query}`)
      expect(status).toBe(200)
      expect(body.limit ?? 500).toBeLessThanOrEqual(500)
    },
  )

  it('for many rows gets no more than 500', async () => {
    const rows = Array.from({ length: 510 }, (_, n) => ({ words: `bound ${n}`, hits: n }))
    for (const row of rows)
      await payload.db.create({
        collection: 'missed-searches',
        data: { ...row, lastHitAt: new Date().toISOString() },
      })
    for (const query of ['limit=0', 'pagination=false', 'limit=100000']) {
      const { body } = await calls.editor('GET', `/missed-searches?depth=0&${query}`)
      expect(body.docs).toHaveLength(500)
    }
    expect((await calls.editor('GET', '/missed-searches?limit=20')).body.docs).toHaveLength(20)
  })
})

describe('the last administrator', () => {
  it('stays one, and says why', async () => {
    const { docs } = await payload.find({
      collection: 'users',
      where: { role: { equals: 'admin' } },
      pagination: false,
    })
    for (const { id } of docs.filter(({ id }) => id !== users.admin.id))
      await payload.delete({ collection: 'users', id })
    const at = `/users/${users.admin.id}`
    const refusals = [
      await calls.admin('PATCH', at, { role: 'editor' }),
      await calls.admin('PATCH', at, { active: false }),
      await calls.admin('DELETE', at),
      await calls.admin('DELETE', `/users?where[id][equals]=${users.admin.id}`),
    ]
    for (const { body } of refusals)
      expect(JSON.stringify(body)).toContain('This is the last administrator who can sign in.')
    expect((await calls.admin('PATCH', at, { name: 'Still here' })).status).toBe(200)

    const second = await account(payload, 'admin')
    const other = await callerFor(payload, second)
    // Each demotes the other at the same moment: one of them stays.
    await Promise.all([
      calls.admin('PATCH', `/users/${second.id}`, { role: 'editor' }),
      other('PATCH', at, { role: 'editor' }),
    ])
    const { totalDocs } = await payload.count({
      collection: 'users',
      where: { and: [{ role: { equals: 'admin' } }, { active: { equals: true } }] },
    })
    expect(totalDocs).toBe(1)
  })
})
