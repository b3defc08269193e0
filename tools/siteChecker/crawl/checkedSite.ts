// Describes what the rules about a whole site look at: the crawl, and what the site tells crawlers before it.
import type { Crawl } from './crawl'
import type { SitePage } from '../page/sitePage'
import type { Answer, Ask } from './visitor'

export interface SitemapEntry {
  /** Absolute. */
  url: string
  lastmod?: string
  /** The part that lists it. */
  part: string
}

export interface CheckedSite extends Crawl {
  /** The public origin, without a closing slash. */
  origin: string
  ask: Ask
  robots: Answer
  /** Of all parts, in order. */
  entries: SitemapEntry[]
  /** Pages that answered with 200 and could be read. */
  pages: SitePage[]
  /** Paths of the articles and pages that may be listed, as the database has them; absent when it was not asked. */
  stored?: string[]
}

/** An address, and what is wrong there. */
export type Finding = [url: string, difference: string]

export type SiteRule = (site: CheckedSite) => Finding[] | Promise<Finding[]>
