// Accounts and who may do what, with access enforced.
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@/domain/access/roles'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../../fixtures/richText'
import { openTestPayload } from '../../setup/payload'
import { publishByForce } from '../../setup/workflow'

const PASSWORD = 'twelve-letters'
const users = {} as Record<Role, User>
let payload: Payload

beforeAll(async () => {
  payload = await openTestPayload()
  for (const role of ROLES)
    users[role] = await payload.create({
      collection: 'users',
      data: { email: `${role}@example.org`, password: PASSWORD, name: role, role },
    })
})

const as = (role: Role) =>
  ({ overrideAccess: false, user: { ...users[role], collection: 'users' as const } }) as const

const article = (title: string, _status: 'draft') => ({
  title,
  summary: 'In short.',
  body: richText(paragraph('Text.')),
  _status,
})

describe('passwords', () => {
  it.each(['short', 'elevenchars'])(
    'of fewer than 12 characters are refused: %s',
    async (password) => {
      const email = 'x@example.org'
      const creating = payload.create({
        collection: 'users',
        data: { email, password, name: 'X', role: 'writer' },
      })
      await expect(creating).rejects.toMatchObject({ data: { errors: [{ path: 'password' }] } })
      const changing = payload.update({
        collection: 'users',
        id: users.writer.id,
        data: { password },
      })
      await expect(changing).rejects.toMatchObject({ data: { errors: [{ path: 'password' }] } })
      const token = await payload.forgotPassword({
        collection: 'users',
        data: { email: 'writer@example.org' },
        disableEmail: true,
      })
      const resetting = payload.resetPassword({
        collection: 'users',
        data: { token, password },
        overrideAccess: true,
      })
      await expect(resetting).rejects.toMatchObject({ data: { errors: [{ path: 'password' }] } })
    },
  )
})

describe('roles', () => {
  it.each(ROLES)('%s writes drafts', async (role) => {
    const data = article(`By ${role}`, 'draft')
    const saving = payload.create({ collection: 'articles', draft: true, data, ...as(role) })
    await expect(saving).resolves.toMatchObject({ _status: 'draft' })
  })

  it('nobody makes themselves an administrator', async () => {
    const id = users.editor.id
    await payload.update({ collection: 'users', id, data: { role: 'admin' }, ...as('editor') })
    expect(await payload.findByID({ collection: 'users', id })).toMatchObject({ role: 'editor' })
    const creating = payload.create({
      collection: 'users',
      data: { email: 'y@example.org', password: PASSWORD, name: 'Y', role: 'admin' },
      ...as('editor'),
    })
    await expect(creating).rejects.toMatchObject({ status: 403 })
  })

  it('an anonymous reader sees live articles through the site, and no drafts, versions or accounts', async () => {
    const anonymous = { overrideAccess: false } as const
    const { id } = await payload.create({
      collection: 'articles',
      draft: true,
      data: article('Live', 'draft'),
    })
    await publishByForce(payload, id)
    const { docs } = await payload.find({ collection: 'articles', trash: true, ...anonymous })
    expect(docs.length).toBeGreaterThan(0)
    expect(docs.every((doc) => doc._status === 'published')).toBe(true)
    await expect(
      payload.findVersions({ collection: 'articles', ...anonymous }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(payload.find({ collection: 'users', ...anonymous })).rejects.toMatchObject({
      status: 403,
    })
  })
})
