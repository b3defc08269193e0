// A site that is served over https: its cookie never travels without it, and only its own origin may use it.
import { expect, it, vi } from 'vitest'
import { CLIENT_HEADER } from '@/domain/http/clientAddress'
import { account } from '../../setup/workflow'

vi.hoisted(() => {
  process.env.SITE_URL = 'https://example.org'
})

const { openTestPayload } = await import('../../setup/payload')
const { send } = await import('../../setup/http')
const payload = await openTestPayload()

it('marks the cookie as secure, and takes its own origin alone', async () => {
  const user = await account(payload, 'editor')
  const signIn = (Origin: string) =>
    send('POST', '/users/login', {
      body: JSON.stringify({ email: user.email, password: 'twelve-letters' }),
      headers: { 'Content-Type': 'application/json', [CLIENT_HEADER]: '203.0.113.1', Origin },
    })
  expect((await signIn('http://example.org')).status).toBe(403)
  expect((await signIn('https://example.org.evil.example')).status).toBe(403)
  const response = await signIn('https://example.org')
  expect(response.status).toBe(200)
  expect(response.headers.get('Set-Cookie')).toMatch(
    /; Path=\/; Secure=true; HttpOnly=true; SameSite=Lax$/,
  )
})
