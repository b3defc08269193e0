// Measures what is not stored yet, with many articles: pages, lists, search, sitemaps; and a publish, beside one with few.
import { setTimeout as sleep } from 'node:timers/promises'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { publishTimes } from './publish'
import { requestAddress, requestPage } from '../requests/reader'
import { median, spread, type Bar, type Figure } from '../report'
import { listSearches } from './searches'
import type { BenchSite } from '../site/benchSite'

const FEW = 100
const MANY = 100_000
const PUBLISHES = 20

/** The lists of the generated terms; the first of each kind is the longest. */
const CATEGORY = '/category/bench-categories-1'
const TOPIC = '/topic/bench-topics-1'
const AUTHOR = '/author/bench-authors-1'
const TIMES = 20

/** Addresses that are asked for once each. @param page from 1 */
const pages = (path: string, ...numbers: number[]): string[] =>
  numbers.map((number) => (number === 1 ? path : `${path}?page=${number}`))
const firstPages = (path: string): string[] =>
  pages(path, ...Array.from({ length: TIMES }, (_, index) => index + 1))

interface Group {
  what: string
  addresses: string[]
  bar: Bar
}

/** Pages of a list that are far from its beginning, as far as it goes. */
const DEEP = [500, 750, 990, 1000]

const GROUPS: Group[] = [
  { what: 'category', addresses: firstPages(CATEGORY), bar: { most: 100 } },
  { what: 'category, page 500 to 1000', addresses: pages(CATEGORY, ...DEEP), bar: { most: 100 } },
  { what: 'topic, page 500 to 1000', addresses: pages(TOPIC, ...DEEP), bar: { most: 100 } },
  { what: 'author, page 500 to 1000', addresses: pages(AUTHOR, ...DEEP), bar: { most: 100 } },
  {
    what: 'questions, page 1 to 4000',
    addresses: pages('/questions', 1, 2, 3, 10, 100, 1000, 2000, 3000, 3900, 4000),
    bar: { most: 100 },
  },
  {
    what: 'sitemap part',
    addresses: ['/sitemaps/1.xml', '/sitemaps/2.xml'],
    bar: { most: 1000 },
  },
  {
    what: 'sitemap index, other pages',
    addresses: ['/sitemap.xml', '/sitemaps/pages-1.xml'],
    bar: { most: 1000 },
  },
]

export async function benchScale(site: BenchSite): Promise<Figure[]> {
  await site.grow(FEW)
  const few =
    site.publishWithFew ??
    median(await site.serving(1, ([instance]) => publishTimes(site, instance!.url, PUBLISHES)))
  await site.grow(MANY)
  return site.serving(1, async ([instance]) => {
    const url = instance?.url ?? ''
    await warmUp(site, url)
    const figures: Figure[] = []
    const articles = await site.list(100, Math.floor(site.articles / 2))
    const times = await measureAll(
      url,
      articles.map(({ path }) => path),
    )
    figures.push(...spread('article', times, 'median', { most: 50 }))
    figures.push(...spread('home', await measureHome(site, url), 'median', { most: 100 }))
    for (const { what, addresses, bar } of GROUPS) {
      site.stop.throwIfAborted()
      figures.push(...spread(what, await measureAll(url, addresses), 'median', bar))
    }
    const found: number[] = []
    for (const address of await listSearches(site))
      found.push((await requestPage(url + address)).ms)
    figures.push(...spread(`search, ${found.length} different ones`, found, 'p95', { most: 100 }))
    const many = median(await publishTimes(site, url, PUBLISHES))
    return [
      ...figures,
      { what: `publish with ${FEW} articles, median`, value: few, unit: 'ms' },
      { what: 'publish, median', value: many, unit: 'ms' },
      { what: 'ratio', value: many / few, bar: { most: 1.5 } },
    ]
  })
}

/** The first requests of a process compile its code. */
async function warmUp(site: BenchSite, url: string): Promise<void> {
  for (const { path } of await site.list(30)) await requestPage(url + path)
  for (const path of ['/', TOPIC, AUTHOR, '/search?q=one', '/about']) await requestPage(url + path)
}

/** A list may end before the page that is asked for; the end is found as fast as the page. */
async function measureAll(url: string, addresses: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const address of addresses) times.push((await requestAddress(url + address)).ms)
  return times
}

/** There is one home page: it is made stale, as by a publish, and asked for again. */
async function measureHome(site: BenchSite, url: string): Promise<number[]> {
  const times: number[] = []
  const revision = async () =>
    (
      await site.query<{ revision: string }>(
        `select revision from stored_pages where address = '/'`,
      )
    )[0]?.revision
  for (let n = 0; n < TIMES; n++) {
    const before = await revision()
    await site.query('insert into changed_facts (fact) values ($1)', [tagFor.list()])
    await sleep(50)
    times.push((await requestPage(`${url}/`)).ms)
    if ((await revision()) === before) throw new Error('The home page was not rendered again.')
  }
  return times
}
