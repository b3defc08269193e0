// What no row could hold and no address could mean is refused, naming what is wrong, and never ends as a broken server.
import { describe, expect, it } from 'vitest'
import { COLLECTIONS } from '@/domain/workflow/policy'
import { createDraft } from '../../setup/documents'
import { openRestClients } from '../../setup/restClients'
import { send } from '../../setup/http'
import { createRowIn, dataOf, pictureFile, type Slug } from '../../setup/rows'

const { calls, editor, payload, users } = await openRestClients()
const SLUGS = COLLECTIONS.filter((name): name is Slug => !/^(site-settings|navigation)$/.test(name))
const { token } = await payload.login({
  collection: 'users',
  data: { email: users.admin.email, password: 'twelve-letters' },
})
const Authorization = `JWT ${token}`

const bad = [400, 403, 404, 409, 413, 422]

describe.each(SLUGS)('%s', (slug) => {
  it('an id that no row can have finds nothing, and never another row', async () => {
    const id = await createRowIn(payload, slug, users.admin)
    for (const wrong of ['abc', '1.5', '-1', '0', '1e3', `${id}%00`, `${id}abc`, '9'.repeat(14)])
      for (const [method, path] of [
        ['GET', `/${slug}/${wrong}`],
        ['PATCH', `/${slug}/${wrong}`],
        ['DELETE', `/${slug}/${wrong}`],
        ['POST', `/${slug}/${wrong}/duplicate`],
        ['GET', `/${slug}/versions/${wrong}`],
        ['POST', `/${slug}/versions/${wrong}`],
      ] as const) {
        const { status } = await calls.admin(method, path, method === 'GET' ? undefined : {})
        expect(bad, `${method} ${path}: ${status}`).toContain(status)
      }
    expect(await payload.count({ collection: slug, where: { id: { equals: id } } })).toEqual({
      totalDocs: 1,
    })
  })

  it('a filter that says nothing reaches no row', async () => {
    await createRowIn(payload, slug, users.admin)
    const before = await payload.count({ collection: slug })
    for (const where of [
      'where=x',
      'where[and][0]=x',
      'where[and]=x',
      'where[id]=1',
      'where[id][near]=1',
      'where[id][equals]=%00',
      'where[id][equals]=99999999999999',
      'where[id][in]=1,x',
      'where={}',
      'where={"and":[{}]}',
      'where={"or":[{"and":[]}]}',
      'where[id][x]=1',
    ]) {
      for (const method of ['PATCH', 'DELETE']) {
        const { status } = await calls.admin(method, `/${slug}?${where}`, {})
        expect(bad, `${method} ${where}: ${status}`).toContain(status)
      }
      const { status } = await calls.admin('GET', `/${slug}?${where}`)
      expect(status, where).toBeLessThan(500)
    }
    expect(await payload.count({ collection: slug })).toEqual(before)
  })

  it('a text with NUL is refused, naming its field', async () => {
    const id = await createRowIn(payload, slug, users.admin)
    for (const [field, value] of Object.entries(dataOf(slug))) {
      if (typeof value !== 'string') continue
      const { body, status } = await calls.admin('PATCH', `/${slug}/${id}?draft=true`, {
        [field]: `${value}\0`,
      })
      expect(bad, `${field}: ${status}`).toContain(status)
      if (status === 400) expect(JSON.stringify(body)).toContain(field)
    }
  })

  it.each(['x', '[]', 'null', '"a"', '1'])('%s is no row', async (body) => {
    const headers = { Authorization, 'Content-Type': 'application/json' }
    expect(bad).toContain((await send('POST', `/${slug}`, { headers, body })).status)
  })
})

describe('a value of another kind than its field', () => {
  const ROOT = (...children: unknown[]) => ({ body: { root: { type: 'root', children } } })
  const block = (fields: unknown) => ROOT({ type: 'block', fields })

  it.each<[string, object]>([
    ['heroImage', { heroImage: 'x' }],
    ['heroImage', { heroImage: { id: 'x' } }],
    ['category', { category: 1e15 }],
    ['authors', { authors: [1, 'x'] }],
    ['lastReviewed', { lastReviewed: 'soon' }],
    ['index', { index: 'perhaps' }],
    ['sources', { sources: 'x' }],
    ['sources', { sources: [null] }],
    ['sources.0.year', { sources: [{ title: 'S', year: 'x' }] }],
    ['corrections.0.date', { corrections: [{ text: 'x', date: 'x' }] }],
    ['createdAt', { createdAt: 'x' }],
    ['deletedAt', { deletedAt: 'x' }],
    ['body', { body: 'x' }],
    ['body', { body: { root: {} } }],
    ['body', ROOT(null)],
    ['body', ROOT({})],
    ['body', ROOT({ type: 'paragraph', children: [null] })],
    ['body', ROOT({ type: 'block' })],
    ['body', block({ blockType: 'faqSection', items: [1e15] })],
    ['body', ROOT({ type: 'upload', relationTo: 'media', value: 1e15 })],
  ])('%s: %j', async (field, data) => {
    const id = await createDraft(payload, 'articles', users.admin)
    const answers = [
      await calls.admin('PATCH', `/articles/${id}?draft=true`, data),
      await calls.admin('POST', '/articles?draft=true', { ...dataOf('articles'), ...data }),
      await calls.admin('PATCH', `/articles?draft=true&where[id][equals]=${id}`, data),
    ]
    for (const { body, status } of answers) {
      expect(status).toBe(400)
      if (!('docs' in body)) expect(JSON.stringify(body)).toContain(field)
    }
  })
})

it('a row that is not there is named', async () => {
  const data = { category: 999_999 }
  const id = await createDraft(payload, 'articles', users.admin)
  for (const { body, status } of [
    await calls.admin('PATCH', `/articles/${id}?draft=true`, data),
    await calls.admin('POST', '/articles?draft=true', { ...dataOf('articles'), ...data }),
  ]) {
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain('category: names a row that is not there.')
  }
})

describe('elsewhere', () => {
  it('NUL in what an event says, in a preference and in an address is named', async () => {
    const id = await createDraft(payload, 'articles', editor)
    const event = { event: 'submit', version: 1, note: 'a\0' }
    expect(await calls.admin('POST', `/articles/${id}/events`, event)).toMatchObject({
      status: 422,
      body: { issues: [{ field: 'note' }] },
    })
    const target = { event: 'assign', version: 1, target: 1e15 }
    expect(await calls.admin('POST', `/articles/${id}/events`, target)).toMatchObject({
      status: 422,
      body: { issues: [{ field: 'target' }] },
    })
    const kept = await calls.admin('POST', '/payload-preferences/of-mine', { value: { a: '\0' } })
    expect(kept).toMatchObject({ status: 400, body: { issues: [{ field: 'value.a' }] } })
    for (const [path, field] of [
      ['/payload-preferences/%00', 'path'],
      ['/payload-locked-documents?where[globalSlug][equals]=%00', 'where[globalSlug][equals]'],
      ['/articles?sort=%00', 'sort'],
    ])
      expect(await calls.admin('GET', path!)).toMatchObject({
        status: 400,
        body: { issues: [{ field }] },
      })
  })

  it.each<[string, Buffer, number]>([
    ['NUL', Buffer.from('a\0b.png'), 400],
    ['bytes that are no text', Buffer.from([0x61, 0xff, 0xfe, 0x2e, 0x70, 0x6e, 0x67]), 201],
    ['half of a pair', Buffer.from([0xed, 0xa0, 0x80, 0x2e, 0x70, 0x6e, 0x67]), 201],
    ['a way out', Buffer.from('../../x.png'), 201],
  ])('a file whose name holds %s', async (_what, name, expected) => {
    const { data } = await pictureFile()
    const part = (head: string) => Buffer.from(`--B\r\nContent-Disposition: form-data; ${head}`)
    const body = Buffer.concat([
      part('name="_payload"\r\n\r\n{"alt":"x"}\r\n'),
      part('name="file"; filename="'),
      name,
      Buffer.from('"\r\nContent-Type: image/png\r\n\r\n'),
      data,
      Buffer.from('\r\n--B--\r\n'),
    ])
    const headers = { Authorization, 'Content-Type': 'multipart/form-data; boundary=B' }
    const response = await send('POST', '/media', { headers, body: new Uint8Array(body) })
    const text = await response.text()
    expect(response.status, text).toBe(expected)
    if (expected === 400) expect(text).toMatch(/name of a field or of a file/)
    else
      expect((JSON.parse(text) as { doc: { filename: string } }).doc.filename).toMatch(
        /^[a-z0-9-]+\.webp$/,
      )
  })

  it.each([
    ['a form without parts', 'multipart/form-data', 'x'],
    [
      'a form that holds no JSON',
      'multipart/form-data; boundary=B',
      '--B\r\nContent-Disposition: form-data; name="_payload"\r\n\r\nx\r\n--B--\r\n',
    ],
    ['a text', 'text/plain', 'x'],
  ])('%s is no row', async (_what, type, body) => {
    const headers = { Authorization, 'Content-Type': type }
    expect((await send('POST', '/topics', { headers, body })).status).toBe(400)
  })
})
