// More articles, and more written pages, than one part of a sitemap may list: it splits, and lists each of them once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import { GET as sitemap } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import { SITEMAP_PART_LENGTH } from '@/domain/discovery/sitemap'
import { get } from '../../setup/engines'

const MANY = SITEMAP_PART_LENGTH + 1
/** Home, about and questions stand before the written pages. */
const FIXED = 3

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  // Rows alone: what else a publish does is not what is looked at here.
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into articles (title, path, summary, body, index, _status, published_at, modified_at)
     select 'Article ' || n, '/article-' || n, 'In short.', '{"root": {"children": []}}', true, 'published', moment, moment
     from generate_series(1, $1::int) as n, lateral (select timestamptz '2026-01-01Z' + n * interval '1 second') as at(moment)`,
    [MANY],
  )
  await client.query(
    `insert into pages (title, path, body, index, _status)
     select 'Page ' || n, '/page-' || n, '{"root": {"children": []}}', true, 'published' from generate_series(1, $1::int) as n`,
    [MANY],
  )
}, 60_000)

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '')

const readPart = async (part: string) => {
  const { text } = await get(sitemapPart, `/sitemaps/${part}`, { part })
  expect(Buffer.byteLength(text)).toBeLessThan(50 * 1024 * 1024)
  return {
    paths: locations(text).map((url) => new URL(url).pathname),
    dates: new Set(text.match(/<lastmod>[^<]*/g)),
  }
}

afterAll(() => client.end())

it('names every part in its index', async () => {
  const index = locations((await get(sitemap, '/sitemap.xml')).text)
  expect(index.map((url) => new URL(url).pathname)).toEqual(
    ['pages-1', 'pages-2', '1', '2'].map((part) => `/sitemaps/${part}.xml`),
  )
}, 60_000)

it.each([
  { table: 'articles', names: ['1.xml', '2.xml', '3.xml'], before: 0, dated: true },
  {
    table: 'pages',
    names: ['pages-1.xml', 'pages-2.xml', 'pages-3.xml'],
    before: FIXED,
    dated: false,
  },
])(
  'lists all $table of the database once, in parts that are allowed',
  async (kind) => {
    const [first = '', second = '', past = ''] = kind.names
    const parts = [await readPart(first), await readPart(second)]
    expect(parts.map(({ paths }) => paths.length)).toEqual([SITEMAP_PART_LENGTH, kind.before + 1])
    if (kind.dated) expect(parts[0]?.dates.size).toBe(SITEMAP_PART_LENGTH)
    const listed = parts.flatMap(({ paths }) => paths)
    const { rows } = await client.query<{ path: string }>(`select path from ${kind.table}`)
    expect(new Set(listed.slice(kind.before))).toEqual(new Set(rows.map(({ path }) => path)))
    expect(listed).toHaveLength(kind.before + MANY)
    expect((await get(sitemapPart, `/sitemaps/${past}`, { part: past })).status).toBe(404)
  },
  60_000,
)
