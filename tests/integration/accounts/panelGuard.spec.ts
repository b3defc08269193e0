// A server action of the panel by a stranger ends at its door: Next, which would log a stack for each, is not asked.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { executeAuthStrategies } from 'payload'
import { afterAll, expect, it } from 'vitest'
import { panelGuard } from '@/cli/serve/panelGuard'
import { openTestPayload } from '../../setup/payload'
import { account } from '../../setup/workflow'

const payload = await openTestPayload()
const reached: string[] = []
const next = panelGuard(
  (asked, answer) => {
    reached.push(`${asked.method} ${asked.url}`)
    answer.end('next')
  },
  async (headers) => (await executeAuthStrategies({ headers, payload })).user !== null,
)
const server = createServer(next)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status?: number; said: string }>((resolve, reject) => {
    const all = { 'Next-Action': 'a'.repeat(42), 'Content-Type': 'text/plain', ...headers }
    request({ port, host: '127.0.0.1', method, path, headers: all }, async (answer) =>
      resolve({ status: answer.statusCode, said: await text(answer) }),
    )
      .on('error', reject)
      .end(['POST', 'PUT', 'PATCH'].includes(method) ? '[]' : undefined)
  })

it('turns away whoever has not signed in, and whose account is disabled', async () => {
  const left = await account(payload, 'editor')
  const data = { email: left.email, password: 'twelve-letters' }
  const { token } = await payload.login({ collection: 'users', data })
  await payload.update({ collection: 'users', id: left.id, data: { active: false } })
  const strangers: Record<string, string>[] = [
    {},
    { Cookie: 'payload-token=x' },
    { Cookie: `payload-token=${token}` },
  ]
  for (const headers of strangers)
    for (const path of ['/admin', '/admin/', '/admin?x', '/admin/collections/articles/create'])
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
        expect(await ask(method, path, headers)).toMatchObject({
          status: 403,
          said: expect.stringContaining('not allowed'),
        })
  expect(reached).toEqual([])
})

it('lets in whoever has, and everybody who only reads', async () => {
  const user = await account(payload, 'writer')
  const data = { email: user.email, password: 'twelve-letters' }
  const { token } = await payload.login({ collection: 'users', data })
  const headers = { Cookie: `payload-token=${token}`, Origin: 'http://localhost:3000' }
  expect(await ask('POST', '/admin', headers)).toMatchObject({ status: 200, said: 'next' })
  expect(await ask('GET', '/admin/login')).toMatchObject({ status: 200 })
  expect(await ask('POST', '/api/users/login')).toMatchObject({ status: 200 })
  expect(await ask('POST', '/administrators')).toMatchObject({ status: 200 })
})
