// Odd questions at every address of the REST interface: each is answered with less than 500, and leaves at most one line in the log.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { COLLECTIONS } from '@/domain/workflow/policy'
import { FIELD, OPERATOR, TAILS, VALUE } from '../../fixtures/oddQueries'
import { openRestClients } from '../../setup/restClients'
import { send } from '../../setup/http'
import { createRowIn, type Slug } from '../../setup/rows'

const { calls, payload, users } = await openRestClients()

const tokens: string[] = []
for (const who of ['writer', 'editor', 'admin'] as const) {
  const data = { email: users[who].email, password: 'twelve-letters' }
  tokens.push((await payload.login({ collection: 'users', data })).token!)
}

const OF_PAYLOAD = ['kv', 'preferences', 'locked-documents', 'migrations', 'jobs'].map(
  (name) => `payload-${name}`,
)
const GLOBALS = ['globals/site-settings', 'globals/navigation']
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

/** Status, and how many lines were logged meanwhile. */
async function ask(method: string, path: string, token: string | undefined, body?: string) {
  const before = written.length
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (token) headers.Authorization = `JWT ${token}`
  const response = await send(method, path, { headers, body })
  await response.text()
  const logged = written.slice(before).join('')
  return { status: response.status, lines: logged.split('\n').length - 1, logged }
}

const NAME = fc.oneof(
  fc
    .tuple(FIELD, OPERATOR, fc.boolean(), fc.boolean())
    .map(([field, operator, isNested, isListed]) =>
      [isNested ? 'where[or][0][and][0]' : 'where', `[${field}][${operator}]`, isListed && '[]']
        .filter(Boolean)
        .join(''),
    ),
  FIELD.map((field) => `select[${field.replaceAll('.', '][')}]`),
  FIELD.map((field) => `populate[articles][${field}]`),
  fc
    .tuple(
      fc.constantFrom('linkedFrom', 'usedIn', 'home', 'articles', 'nope'),
      fc.constantFrom(
        '[limit]',
        '[page]',
        '[sort]',
        '[count]',
        '[where]',
        '',
        '[where][body.root][in]',
      ),
    )
    .map(([join, part]) => `joins[${join}]${part}`),
  fc.constantFrom(
    'sort',
    'sort[]',
    'depth',
    'limit',
    'page',
    'locale',
    'fallback-locale',
    'draft',
    'trash',
    'prefix',
    'prefix[]',
    'pagination',
    'field',
    'where',
    'select',
    'populate',
    'joins',
  ),
)
const QUERY = fc
  .array(
    fc.oneof(
      fc.tuple(NAME, VALUE),
      FIELD.map((field): [string, string] => ['sort', `-${field}`]),
      fc.constantFrom<[string, string]>(['draft', 'true'], ['trash', 'true'], ['depth', '2']),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((pairs) =>
    pairs
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&'),
  )

describe('an odd query', () => {
  it.each([...SLUGS, ...OF_PAYLOAD, ...GLOBALS])(
    'at %s is answered, in one line of the log',
    { timeout: 120_000 },
    (slug) =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...TAILS),
          QUERY,
          fc.constantFrom(...tokens, undefined),
          async (tail, query, token) => {
            const { lines, logged, status } = await ask('GET', `/${slug}${tail}?${query}`, token)
            expect(status, `${tail}?${decodeURIComponent(query)} ${logged}`).toBeLessThan(500)
            expect(lines, logged).toBeLessThanOrEqual(1)
          },
        ),
        { numRuns: 40 },
      ),
  )

  it.each([
    '/articles?where[linkedFrom.article.path][like]=x',
    '/articles?where[body.root][in]=x',
    '/articles?draft=true&where[linkedFrom.article.path][like]=x',
    '/read-also-links?where[article.body.root][in]=x',
    '/media/file/x.webp?prefix=x',
    '/articles/versions?where[version.body.root][in]=x',
    '/pages?where[updatedAt][contains]=1e400',
    '/articles?where[publishedAt][like]=x',
    '/articles/versions?where[version.publishedAt][contains]=2026',
  ])('%s is refused', async (path) => {
    const { lines, status } = await ask('GET', path, tokens[0])
    expect(status).toBe(400)
    expect(lines).toBeLessThanOrEqual(1)
  })
})

describe('rooms of Payload’s own', () => {
  it.each(
    OF_PAYLOAD.flatMap((slug) => [
      ...['/versions', '/versions/1', '/1/duplicate', '/access/1', '/access'].map(
        (tail) => slug + tail,
      ),
    ]),
  )('%s: nothing is there', async (path) => {
    if (path.endsWith('preferences/versions') || path.endsWith('preferences/access')) return
    for (const token of [...tokens, undefined])
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
        expect((await ask(method, `/${path}`, token)).status).toBeOneOf([403, 404])
  })

  it('no lock is made or moved by naming a document', async () => {
    const topic = await createRowIn(payload, 'topics', users.admin)
    const made = await calls.writer('POST', '/payload-locked-documents', {
      document: { relationTo: 'topics', value: topic },
    })
    expect(made.status).toBe(404)
    const lock = await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'topics', value: topic },
        user: { relationTo: 'users', value: users.writer.id },
      },
    })
    const moved = await calls.writer('PATCH', `/payload-locked-documents/${lock.id}`, {
      document: { relationTo: 'topics', value: 999_999 },
    })
    const never = await calls.writer('PATCH', `/payload-locked-documents/${lock.id}`, {
      user: { relationTo: 'users', value: users.writer.id },
    })
    expect([moved.status, never.status]).toEqual([200, 200])
    const stored = await payload.findByID({
      collection: 'payload-locked-documents',
      id: lock.id,
      depth: 0,
    })
    expect(stored.document).toMatchObject({ value: topic })
  })
})

it.each(['', '/', '/nothing', '/nothing/1', '/globals', '/globals/nothing', '/payload-migrations'])(
  'the unknown address /api%s is 404, as data',
  async (path) => {
    for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
      const response = await send(method, path || '/', {
        body: method === 'GET' ? undefined : '{}',
      })
      expect(response.status, method).toBe(404)
      await response.json()
    }
  },
)
