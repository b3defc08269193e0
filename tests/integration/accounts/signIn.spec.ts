// The doors of the accounts: how often one may try, what the answers give away, and what a session cookie is good for.
import crypto from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LIMITS } from '@/cms/accounts/limits'
import { attempt } from '@/cms/accounts/rateLimit'
import { CLIENT_HEADER } from '@/domain/http/clientAddress'
import type { User } from '@/payload-types'
import { ORIGIN, send } from '../../setup/http'
import { openTestPayload } from '../../setup/payload'
import { account } from '../../setup/workflow'

const payload = await openTestPayload()
const PASSWORD = 'twelve-letters'

let lastAddress = 0
let address: string
beforeEach(() => {
  address = `203.0.113.${++lastAddress}`
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  send('POST', `/users${path}`, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', [CLIENT_HEADER]: address, ...headers },
  })

const signIn = (email: string, password: string) => post('/login', { email, password })

const said = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as unknown,
})

async function disabled(): Promise<User> {
  const user = await account(payload, 'editor')
  await payload.update({ collection: 'users', id: user.id, data: { active: false } })
  return user
}

describe('signing in', () => {
  it('answers an unknown address, a wrong password and a disabled account alike', async () => {
    const user = await account(payload, 'editor')
    const left = await disabled()
    const unknown = await said(await signIn('nobody@example.org', PASSWORD))
    expect(unknown.status).toBe(401)
    expect(await said(await signIn(user.email, 'not the password'))).toEqual(unknown)
    expect(await said(await signIn(left.email, 'not the password'))).toEqual(unknown)
    expect(await said(await signIn(left.email, PASSWORD))).toEqual(unknown)
    expect((await signIn(user.email, PASSWORD)).status).toBe(200)
  })

  it('does the same work for each of them', async () => {
    const user = await account(payload, 'editor')
    const hashing = vi.spyOn(crypto, 'pbkdf2')
    const work = async (email: string) => {
      hashing.mockClear()
      await signIn(email, 'not the password')
      return hashing.mock.calls.map(([, , iterations, length, digest]) => [
        iterations,
        length,
        digest,
      ])
    }
    const known = await work(user.email)
    expect(known).toHaveLength(1)
    expect(await work('nobody@example.org')).toEqual(known)
    expect(await work((await disabled()).email)).toEqual(known)
    hashing.mockRestore()
  })

  it('is over for a while after five wrong passwords, whether there is such an account or not', async () => {
    const user = await account(payload, 'editor')
    for (const email of [user.email, 'nobody@example.org']) {
      for (let n = 0; n < 5; n++) expect((await signIn(email, 'wrong')).status).toBe(401)
      const refused = await signIn(email, PASSWORD)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
      expect(await refused.json()).toEqual({
        errors: [expect.objectContaining({ message: expect.stringMatching(/^Too many attempts/) })],
      })
    }
    // Whose account it is signs in from elsewhere all the same.
    address = `203.0.113.${++lastAddress}`
    expect((await signIn(user.email, PASSWORD)).status).toBe(200)
  })

  it('takes back the wrong ones once the right one came', async () => {
    const user = await account(payload, 'editor')
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) await signIn(user.email, 'wrong')
      expect((await signIn(user.email, PASSWORD)).status).toBe(200)
    }
  })

  it('is limited for one address over all accounts', async () => {
    const tries = LIMITS.signInFromAddress.attempts
    for (let n = 0; n < tries; n++)
      expect(await attempt(payload.db.pool as object, LIMITS.signInFromAddress, address)).toBe(0)
    expect((await signIn('nobody@example.org', PASSWORD)).status).toBe(429)
  })

  it('is counted by all instances together, and stores neither name nor address', async () => {
    const limit = { name: 'test', attempts: 3, seconds: 60 }
    const one = new pg.Pool({ connectionString: process.env.DATABASE_URL })
    const two = new pg.Pool({ connectionString: process.env.DATABASE_URL })
    const tries = [one, two, one, two, one]
    const waits = await Promise.all(tries.map((pool) => attempt(pool, limit, address, 'a@b.org')))
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(3)
    const { rows } = await one.query('select key from rate_limits')
    expect(JSON.stringify(rows)).not.toMatch(/@|203\.0\.113/)
    await Promise.all([one.end(), two.end()])
  })

  it('gives a cookie that scripts cannot read and other sites cannot send along', async () => {
    const user = await account(payload, 'editor')
    const cookie = (await signIn(user.email, PASSWORD)).headers.get('Set-Cookie')
    expect(cookie).toMatch(/^payload-token=.+; Path=\/; HttpOnly=true; SameSite=Lax$/)
    expect(cookie).not.toContain('Domain')
  })

  it('is refused to other sites, which would sign their visitors in as somebody else', async () => {
    const user = await account(payload, 'editor')
    const body = { email: user.email, password: PASSWORD }
    expect((await post('/login', body, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('/login', body, { Origin: 'null' })).status).toBe(403)
    expect((await post('/login', body, { Origin: ORIGIN })).status).toBe(200)
  })
})

describe('a session cookie', () => {
  it('works from the site’s own pages alone', async () => {
    const user = await account(payload, 'editor')
    const set = (await signIn(user.email, PASSWORD)).headers.get('Set-Cookie')!
    const Cookie = set.split(';')[0]!
    const rename = async (name: string, headers: Record<string, string>) => {
      const response = await send('PATCH', `/users/${user.id}`, {
        body: JSON.stringify({ name }),
        headers: { Cookie, 'Content-Type': 'application/json', ...headers },
      })
      return response.status
    }
    expect(await rename('A', { Origin: 'https://evil.example' })).toBe(403)
    expect(await rename('B', { Origin: 'null' })).toBe(403)
    expect(await rename('C', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await rename('D', { 'Sec-Fetch-Site': 'same-site' })).toBe(403)
    expect(await rename('E', {})).toBe(403)
    expect(await payload.findByID({ collection: 'users', id: user.id })).toMatchObject({
      name: user.name,
    })
    expect(await rename('F', { Origin: ORIGIN })).toBe(200)
    expect(await rename('G', { 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
  })

  it('is no use to a page of another site that would read along', async () => {
    const response = await send('GET', '/users/me', { headers: { Origin: 'https://evil.example' } })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })
})

describe('a forgotten password', () => {
  const mails = vi.spyOn(payload.email, 'sendEmail')
  const mailed = () => mails.mock.calls.map(([mail]) => ({ to: mail.to, html: String(mail.html) }))

  it('gets the same answer from everybody, and a mail only where there is an account', async () => {
    const [user, left] = [await account(payload, 'writer'), await disabled()]
    mails.mockClear()
    const answers = []
    for (const email of [user.email, left.email, 'nobody@example.org'])
      answers.push(await said(await post('/forgot-password', { email }, { Host: 'evil.example' })))
    expect(answers).toEqual(Array(3).fill({ status: 200, body: { message: 'Success' } }))
    await vi.waitFor(() => expect(mailed()).toHaveLength(1), 10_000)
    const [mail] = mailed()
    expect(mail!.to).toBe(user.email)
    expect(mail!.html).toContain(`href="${ORIGIN}/admin/reset/`)
    expect(mail!.html).not.toContain('evil')

    const token = /reset\/([0-9a-f]+)/.exec(mail!.html)![1]
    const before = (await signIn(user.email, PASSWORD)).headers.get('Set-Cookie')!.split(';')[0]!
    const me = async (Cookie: string) =>
      (await send('GET', '/users/me', { headers: { Cookie, Origin: ORIGIN } })).json()
    expect(await me(before)).toMatchObject({ user: { id: user.id } })
    const password = 'another twelve letters'
    // Payload sends the mail before it commits what the mail is about.
    await vi.waitFor(
      async () => expect((await post('/reset-password', { token, password })).status).toBe(200),
      10_000,
    )
    expect((await post('/reset-password', { token, password })).status).toBe(403)
    expect(await me(before)).toMatchObject({ user: null })
    expect((await signIn(user.email, PASSWORD)).status).toBe(401)
    expect((await signIn(user.email, password)).status).toBe(200)
  })

  it('fills nobody’s letter box', async () => {
    const user = await account(payload, 'writer')
    await payload.update({ collection: 'users', id: user.id, data: { name: 'Patient' } })
    for (let n = 0; n < LIMITS.mailOfReset.attempts; n++)
      await attempt(payload.db.pool as object, LIMITS.mailOfReset, user.email)
    mails.mockClear()
    expect((await post('/forgot-password', { email: user.email })).status).toBe(200)
    const other = await account(payload, 'writer')
    await post('/forgot-password', { email: other.email })
    await vi.waitFor(() => expect(mailed().map(({ to }) => to)).toContain(other.email), 10_000)
    expect(mailed().map(({ to }) => to)).not.toContain(user.email)
  })

  it('is asked for, and answered, a few times from one address', async () => {
    for (let n = 0; n < LIMITS.forgotPassword.attempts; n++)
      expect((await post('/forgot-password', { email: `n${n}@example.org` })).status).toBe(200)
    expect((await post('/forgot-password', { email: 'x@example.org' })).status).toBe(429)
    for (let n = 0; n < LIMITS.resetPassword.attempts; n++)
      expect((await post('/reset-password', { token: `${n}`, password: PASSWORD })).status).toBe(
        403,
      )
    const refused = await post('/reset-password', { token: 'x', password: PASSWORD })
    expect([refused.status, refused.headers.has('Retry-After')]).toEqual([429, true])
  })
})
