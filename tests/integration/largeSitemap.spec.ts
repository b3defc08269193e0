// More articles than one part of a sitemap may list: it splits, and lists each of them once.
import { beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import { GET as sitemap } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemapPart } from '@/app/(site)/sitemaps/[part]/route'
import { SITEMAP_PART_LENGTH } from '@/domain/sitemap'
import { get } from '../setup/engines'

const ARTICLES = SITEMAP_PART_LENGTH + 1

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
    [ARTICLES],
  )
}, 60_000)

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '')

it('lists every article of the database once, in parts that are allowed', async () => {
  const index = locations((await get(sitemap, '/sitemap.xml')).text)
  expect(index.map((url) => new URL(url).pathname)).toEqual([
    ...['/sitemaps/pages.xml', '/sitemaps/1.xml', '/sitemaps/2.xml'],
  ])
  const parts = await Promise.all(
    ['1.xml', '2.xml'].map(async (part) => {
      const { text } = await get(sitemapPart, `/sitemaps/${part}`, { part })
      expect(Buffer.byteLength(text)).toBeLessThan(50 * 1024 * 1024)
      return { listed: locations(text), dates: new Set(text.match(/<lastmod>[^<]*/g)) }
    }),
  )
  expect(parts.map(({ listed }) => listed.length)).toEqual([SITEMAP_PART_LENGTH, 1])
  expect(parts[0]?.dates.size).toBe(SITEMAP_PART_LENGTH)
  const listed = parts.flatMap((part) => part.listed.map((url) => new URL(url).pathname))
  const { rows } = await client.query<{ path: string }>(`select path from articles`)
  expect(new Set(listed)).toEqual(new Set(rows.map(({ path }) => path)))
  expect(listed).toHaveLength(ARTICLES)
  expect((await get(sitemapPart, '/sitemaps/3.xml', { part: '3.xml' })).status).toBe(404)
  await client.end()
}, 60_000)
