// Crawls every address of a site that can be reached from the first one, and asks for each once.
import { membersOf } from '../page/graph'
import type { SitePage } from '../page/sitePage'
import { checkPage, type Issue } from '../pageRules/pageIssues'
import type { Answer, Ask } from './visitor'

/** One address and what it answered. */
export interface Visit extends Answer {
  /** Where it was first met. */
  from: string
  /** Absolute addresses that it links to, with their fragments; of this site and of others. */
  links: string[]
  /** What it is, when it is a page that can be read. */
  page?: SitePage
  /** What is wrong with the page alone. */
  issues: Issue[]
}

export interface Crawl {
  /** By address, without fragments. */
  visits: Map<string, Visit>
  /** False when there were more addresses than may be visited. */
  complete: boolean
}

interface Options {
  /** The most addresses to ask for. */
  max: number
  /** Whether a crawler may, by robots.txt. */
  mayVisit: (url: string) => boolean
  /** Told of each address when it has answered. */
  onVisit?: (visited: number, known: number) => void
}

const CONCURRENCY = 4

export const withoutFragment = (url: string): string => url.replace(/#.*$/, '')

/** Does the same for each, a few at a time. */
export async function forEachConcurrently<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
}

/** The attributes that hold an address, by element. */
const ADDRESSES: Record<string, string> = { a: 'href', link: 'href', img: 'src', area: 'href' }

/** Members of the graph that are addresses to open. */
const GRAPH_ADDRESSES = ['url', 'item', 'relatedLink', 'contentUrl', 'mainEntityOfPage']

function addressesOn({ elements, graph }: SitePage): string[] {
  const written = elements.flatMap(({ tag, attributes }) => {
    const { srcset = '', property, content = '' } = attributes
    return [
      attributes[ADDRESSES[tag] ?? ''] ?? [],
      ...srcset.split(',').map((part) => part.trim().split(' ')[0] ?? ''),
      property === 'og:image' ? content : [],
    ].flat()
  })
  const marked = membersOf(graph)
    .filter(({ key }) => GRAPH_ADDRESSES.includes(key))
    .flatMap(({ value }) => value)
  return [...written, ...marked].filter(
    (address) => typeof address === 'string' && address !== '',
  ) as string[]
}

/** Absolute, each once; what is not for HTTP is left out. */
function linksOf(page: SitePage): string[] {
  const absolute = addressesOn(page)
    .filter((address) => URL.canParse(address, page.url))
    .map((address) => new URL(address, page.url).href)
    .filter((url) => /^https?:/.test(url))
  return [...new Set(absolute)]
}

function toVisit(answer: Answer, from: string): Visit {
  const { url, status, headers, text } = answer
  const isPage = status === 200 && (headers.get('Content-Type') ?? '').startsWith('text/html')
  const { page, issues } = isPage ? checkPage(url, text, headers) : { issues: [] }
  return { ...answer, from, page, issues, links: page ? linksOf(page) : [] }
}

/** @param starts addresses of the site; their origin is the site's */
export async function crawl(
  ask: Ask,
  starts: string[],
  { max, mayVisit, onVisit }: Options,
): Promise<Crawl> {
  const origins = new Set(starts.map((url) => new URL(url).origin))
  const visits = new Map<string, Visit>()
  const known = new Map<string, string>()
  let complete = true
  let next: string[] = []
  const meet = (link: string, from: string) => {
    const url = withoutFragment(link)
    if (known.has(url) || !origins.has(new URL(url).origin) || !mayVisit(url)) return
    if (known.size >= max) {
      complete = false
      return
    }
    known.set(url, from)
    next.push(url)
  }
  starts.forEach((url) => meet(url, 'the start'))
  while (next.length > 0) {
    const now = next
    next = []
    await forEachConcurrently(now, async (url) => {
      const visit = toVisit(await ask(url), known.get(url) ?? '')
      visits.set(url, visit)
      onVisit?.(visits.size, known.size)
      visit.links.forEach((link) => meet(link, url))
    })
  }
  return { visits, complete }
}
