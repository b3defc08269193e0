// Bodies that no form of ours sends: each is answered as what it is, and none breaks anything.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { COLLECTIONS } from '@/domain/workflow/policy'
import { openRestClients } from '../../setup/restClients'
import { send } from '../../setup/http'
import { createRowIn, type Slug } from '../../setup/rows'

const { payload, users } = await openRestClients()

const tokens: string[] = []
for (const who of ['writer', 'editor', 'admin'] as const) {
  const data = { email: users[who].email, password: 'twelve-letters' }
  tokens.push((await payload.login({ collection: 'users', data })).token!)
}
const SLUGS = COLLECTIONS.filter((name): name is Slug => !/^(site-settings|navigation)$/.test(name))

const written: string[] = []
beforeAll(async () => {
  for (const slug of SLUGS) await createRowIn(payload, slug, users.admin)
  const write = process.stdout.write.bind(process.stdout)
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    if (/^\d{4}-\d\d-\d\dT/.test(String(text))) written.push(String(text))
    else return write(text, ...(rest as []))
    return true
  })
})
afterAll(() => vi.restoreAllMocks())

describe('a body', () => {
  const deep = (n: number) => '['.repeat(n) + ']'.repeat(n)
  const post = async (path: string, type: string, body: string, token?: string) => {
    const headers: Record<string, string> = { 'Content-Type': type }
    if (token) headers.Authorization = `JWT ${token}`
    const before = written.length
    const response = await send('POST', path, { headers, body })
    return { status: response.status, text: await response.text(), logged: written.slice(before) }
  }
  const form = (boundary: string, name = '_payload', value = '{}') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--${boundary}--\r\n`

  it.each([
    ['/articles', 'application/json', deep(450_000)],
    ['/articles', 'text/plain', deep(450_000)],
    ['/articles', 'application/json', `{"body":${deep(450_000)}}`],
    ['/users/login', 'application/json', deep(450_000)],
    ['/articles/1/events', 'text/plain', deep(450_000)],
    ['/payload-preferences/x', 'application/json', `{"value":${deep(450_000)}}`],
    ['/payload-preferences/x', 'application/json', `{"value":${'{"a":'.repeat(450_000)}`],
    ['/globals/navigation', 'application/json', `{"header":${deep(450_000)}}`],
  ])(
    'for %s (%s) that is nested too deeply is refused, whoever sends it',
    async (path, type, body) => {
      for (const token of [...tokens, undefined]) {
        const { logged, status, text } = await post(path, type, body, token)
        expect([status, logged.length], text.slice(0, 200)).toEqual([400, 0])
        expect(text).toContain('nested deeper than 200 levels')
      }
    },
  )

  it('of a form that is nested too deeply is refused', async () => {
    const body = form('B', '_payload', `{"title":"x","body":${deep(300_000)}}`)
    const { status, text } = await post(
      '/articles',
      'multipart/form-data; boundary=B',
      body,
      tokens[2],
    )
    expect([status, text]).toEqual([400, expect.stringContaining('nested deeper')])
  })

  it.each([
    ['multipart/form-data; boundary="""', 400],
    ['multipart/form-data; boundary="', 400],
    ['multipart/form-data; boundary=', 400],
    ['multipart/form-data', 400],
    [`multipart/form-data; boundary=${'a'.repeat(71)}`, 400],
    ['multipart/form-data; boundary=a b', 400],
    ['multipart/form-data; boundary="a\\"b"', 400],
    ['multipart/mixed; boundary=B', 400],
    ['multipart/form-data; Boundary="B"', 400],
    ['multipart/form-data; boundary="B"', 201],
    ['multipart/form-data; charset=utf-8; boundary=B', 201],
  ])('with the form %s: %i', async (type, expected) => {
    const data = JSON.stringify({
      name: `By ${type}`,
      slug: `by-${Math.random().toString(36).slice(2)}`,
    })
    for (const token of [tokens[2], undefined]) {
      const { logged, status, text } = await post(
        '/topics',
        type,
        form('B', '_payload', data),
        token,
      )
      expect(status, text).toBe(token || expected === 400 ? expected : 403)
      expect(logged.join('').split('\n').length).toBeLessThanOrEqual(2)
    }
  })

  it.each([
    ['fields', (n: number) => `Content-Disposition: form-data; name="f${n}"\r\n\r\nx\r\n`],
    [
      'files',
      (n: number) =>
        `Content-Disposition: form-data; name="f${n}"; filename="f"\r\nContent-Type: image/png\r\n\r\nx\r\n`,
    ],
  ])('with too many %s is refused', async (_what, part) => {
    const parts = Array.from({ length: 2000 }, (_, n) => `--B\r\n${part(n)}`).join('')
    const { logged, status } = await post(
      ...(['/topics', 'multipart/form-data; boundary=B', `${parts}--B--\r\n`, tokens[2]] as const),
    )
    expect(status).toBe(413)
    expect(logged.join('').split('\n').length).toBeLessThanOrEqual(2)
  })
})
