// What a session may do to its own account, which passwords there may be, and what of all this is on record.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { settings } from '@/env'
import { CLIENT_HEADER } from '@/domain/http/clientAddress'
import type { User } from '@/payload-types'
import { openRestClients } from '../../setup/restClients'
import { callerFor, send, type Call } from '../../setup/http'
import { account } from '../../setup/workflow'

const { calls, payload, users } = await openRestClients()

const PASSWORD = 'twelve-letters'
const NEW = 'an otter counts seven lamps'

async function twoSessions() {
  const user = await account(payload, 'editor')
  return { user, here: await callerFor(payload, user), elsewhere: await callerFor(payload, user) }
}

const isOpen = async (call: Call) => (await call('GET', '/users/me')).body.user !== null

const recordOf = async (id: number | null) => {
  const where = { account: id === null ? { exists: false } : { equals: id } }
  const { docs } = await payload.find({ collection: 'audit-events', where, sort: 'id', limit: 500 })
  return docs
}

const whatOf = async (id: number) => (await recordOf(id)).map(({ what }) => what)

function mailsTo(address: string): string[] {
  const folder = path.join(settings().dataDir, 'mail')
  return readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll(/=?\r\n/g, '\n'))
    .map((mail) => mail.replaceAll(/(?<!\n)\n(?!\n|[A-Z][\w-]*:)/g, ' ').replaceAll(/ +/g, ' '))
    .filter((mail) => mail.includes(`To: ${address}`))
}

const signIn = (email: string, password: string, from = '203.0.113.9') =>
  send('POST', '/users/login', {
    body: JSON.stringify({ email, password }),
    headers: { 'Content-Type': 'application/json', [CLIENT_HEADER]: from },
  })

describe('one’s own account', () => {
  it.each<[string, (user: User) => object]>([
    ['password', () => ({ password: NEW })],
    ['address', ({ id }) => ({ email: `moved-${id}@example.org` })],
  ])(
    'changes its %s for who knows the present password, and ends the other sessions',
    async (_what, change) => {
      const { user, here, elsewhere } = await twoSessions()
      const at = `/users/${user.id}`
      for (const currentPassword of [undefined, '', 'not-the-password', 12, null]) {
        const { body, status } = await here('PATCH', at, { ...change(user), currentPassword })
        expect(status).toBe(400)
        expect(JSON.stringify(body)).toContain('currentPassword')
      }
      expect([await isOpen(here), await isOpen(elsewhere)]).toEqual([true, true])
      const moved = await here('PATCH', at, { ...change(user), currentPassword: PASSWORD })
      expect(moved.status, JSON.stringify(moved.body)).toBe(200)
      expect(JSON.stringify(moved.body)).not.toContain(PASSWORD)
      expect([await isOpen(here), await isOpen(elsewhere)]).toEqual([true, false])
      await expect.poll(() => mailsTo(user.email).join('')).toContain('If you did not expect this')
    },
  )

  it('is guessed at five times, not more', async () => {
    const { user, here } = await twoSessions()
    const guess = () =>
      here('PATCH', `/users/${user.id}`, { password: NEW, currentPassword: 'wrong' })
    for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(400)
    expect((await guess()).status).toBe(429)
  })

  it('changes everything else as before, with the address as it is', async () => {
    const { user, here, elsewhere } = await twoSessions()
    const data = { name: 'Renamed', email: user.email, mailNotices: false, currentPassword: '' }
    expect((await here('PATCH', `/users/${user.id}`, data)).status).toBe(200)
    expect(await isOpen(elsewhere)).toBe(true)
  })

  it('is set anew by an administrator, who is on record; its holder gets a mail', async () => {
    const { user, here } = await twoSessions()
    const set = { password: NEW, role: 'writer' }
    expect((await calls.admin('PATCH', `/users/${user.id}`, set)).status).toBe(200)
    expect(await isOpen(here)).toBe(false)
    expect(await recordOf(user.id)).toMatchObject([
      { what: 'accountCreated' },
      { what: 'signedIn' },
      { what: 'signedIn' },
      { what: 'roleChanged', note: 'editor → writer', who: users.admin.id },
      { what: 'passwordChanged', who: users.admin.id },
    ])
    await expect
      .poll(() => mailsTo(user.email).join(''))
      .toContain(`by ${users.admin.name}, an administrator`)
  })

  it('loses a link that came by mail when its address or password changes', async () => {
    const { user, here } = await twoSessions()
    const token = await payload.forgotPassword({
      collection: 'users',
      data: { email: user.email },
      disableEmail: true,
    })
    const change = { email: `left-${user.id}@example.org`, currentPassword: PASSWORD }
    expect((await here('PATCH', `/users/${user.id}`, change)).status).toBe(200)
    const reset = await send('POST', '/users/reset-password', {
      body: JSON.stringify({ token, password: NEW }),
      headers: { 'Content-Type': 'application/json' },
    })
    expect(reset.status).toBe(403)
  })
})

describe('a password', () => {
  const of = { email: 'zoe.martin@example.org', name: 'Zoé Martin' }

  it.each([
    'passwordpassword',
    'PasswordPassword',
    'P@ssw0rdP@ssw0rd',
    '123456789012',
    'qwertyuiopas',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'letmeinletmein',
    'iloveyou1234',
    'welcome12345',
    'backstory2026',
    'Backstory-2026',
    'backstorybackstory',
    'localhost1234',
    'zoe.martin@example.org',
    'zoemartin1234',
    'martin-martin',
  ])('%s is refused', async (password) => {
    const data = { ...of, role: 'writer' as const, password }
    await expect(payload.create({ collection: 'users', data })).rejects.toMatchObject({
      data: { errors: [{ path: 'password' }] },
    })
  })

  it('in any script, long and of one’s own is taken', async () => {
    for (const [n, password] of [
      '卒業式の朝に猫が鳴いた日',
      'mein Hund bellt laut im Mai',
      NEW,
    ].entries()) {
      const data = { ...of, email: `taken-${n}@example.org`, role: 'writer' as const, password }
      expect(await payload.create({ collection: 'users', data })).toHaveProperty('id')
    }
  })
})

describe('the record', () => {
  it('has sign-ins and failed ones, with the address hashed, and the log one line for each', async () => {
    const user = await account(payload, 'writer')
    const written: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const wrong = await signIn(user.email, 'not-the-password')
    const never = await signIn('nobody@nowhere.example.org', 'not-the-password')
    vi.restoreAllMocks()
    expect([wrong.status, never.status]).toEqual([401, 401])
    const lines = written.join('').trim().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(`^\\S+Z WARN Sign-in refused: account ${user.id}, from [\\w-]{12}$`),
      ),
      expect.stringMatching(/WARN Sign-in refused: an address without an account, from [\w-]{12}$/),
    ])
    expect(written.join('')).not.toMatch(/203\.0|nowhere/)
    expect((await signIn(user.email, PASSWORD)).status).toBe(200)
    expect(await recordOf(user.id)).toMatchObject([
      { what: 'accountCreated', note: 'writer' },
      { what: 'signInFailed', who: null, client: expect.stringMatching(/^[\w-]{12}$/) },
      { what: 'signedIn' },
    ])
    expect((await recordOf(null)).map(({ what }) => what)).toContain('signInFailed')
  })

  it('has passwords that were set by mail, accounts that were disabled, and those that are gone', async () => {
    const user = await account(payload, 'writer')
    const token = await payload.forgotPassword({
      collection: 'users',
      data: { email: user.email },
      disableEmail: true,
    })
    const body = JSON.stringify({ token, password: NEW })
    const headers = { 'Content-Type': 'application/json' }
    expect((await send('POST', '/users/reset-password', { body, headers })).status).toBe(200)
    await calls.admin('PATCH', `/users/${user.id}`, { active: false })
    await calls.admin('PATCH', `/users/${user.id}`, { active: true })
    await calls.admin('DELETE', `/users/${user.id}`)
    expect(await whatOf(user.id)).toEqual([
      'accountCreated',
      'signedIn',
      'passwordReset',
      'accountDisabled',
      'accountEnabled',
      'accountDeleted',
    ])
  })

  it('has changed settings by name, and none that did not change', async () => {
    // The first save makes what every site has of its own.
    await calls.admin('POST', '/globals/site-settings', {})
    const { fourEyes } = await payload.findGlobal({ slug: 'site-settings' })
    const settingsRows = async () =>
      (await recordOf(null)).filter(({ what }) => what === 'settingsChanged')
    const before = (await settingsRows()).length
    await calls.admin('POST', '/globals/site-settings', { fourEyes: !fourEyes })
    await calls.admin('POST', '/globals/site-settings', { fourEyes: !fourEyes })
    const rows = (await settingsRows()).slice(before)
    expect(rows).toMatchObject([{ note: 'site-settings: fourEyes', who: users.admin.id }])
    await calls.admin('POST', '/globals/site-settings', { fourEyes })
  })

  it('is read by administrators alone, and altered by nobody', async () => {
    for (const who of ['writer', 'reviewer', 'editor'] as const)
      expect((await calls[who]('GET', '/audit-events')).status).toBe(403)
    const { body } = await calls.admin('GET', '/audit-events?limit=1')
    const id = body.docs?.[0]?.id
    expect((await calls.admin('DELETE', `/audit-events/${id}`)).status).toBe(403)
    for (const statement of [
      `update audit_events set note = 'x'`,
      'delete from audit_events',
      'truncate audit_events',
    ])
      await expect(poolOf(payload.db).query(statement)).rejects.toThrow('append-only')
  })
})
