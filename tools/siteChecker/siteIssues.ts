// Checks everything that must hold for a whole site: it is crawled once, then each rule of the table looks at it.
import { statusIssues, validatorIssues, variantIssues } from './siteRules/answerIssues'
import { crawl } from './crawl/crawl'
import { feedIssues } from './feeds/feedIssues'
import { linkIssues, questionIssues } from './siteRules/linkIssues'
import type { Issue } from './pageRules/pageIssues'
import { pictureIssues } from './siteRules/pictureIssues'
import { crawlRule, robotsAddress, robotsIssues, sitemapsOf } from './siteRules/robotsIssues'
import type { Finding, SiteRule } from './crawl/checkedSite'
import { readSitemaps } from './sitemaps/sitemap'
import { sitemapIssues, storedIssues } from './sitemaps/sitemapIssues'
import { llmsTextIssues, markdownTwinIssues, questionsJsonIssues } from './siteRules/twinIssues'
import { asListed, isUnlisted } from './crawl/unlisted'
import { createVisitor } from './crawl/visitor'

export const SITE_RULES: Record<string, SiteRule> = {
  links: linkIssues,
  pictures: pictureIssues,
  'sitemap and crawl': sitemapIssues,
  'sitemap and database': storedIssues,
  robots: robotsIssues,
  'one home': questionIssues,
  feeds: feedIssues,
  Markdown: markdownTwinIssues,
  'questions.json': questionsJsonIssues,
  'llms.txt': llmsTextIssues,
  variants: variantIssues,
  statuses: statusIssues,
  validators: validatorIssues,
}

export interface Report {
  addresses: number
  pages: number
  /** Marked up, on the whole site. */
  questions: number
  /** Whether it tells search engines not to list anything. */
  unlisted: boolean
  /** In the order of the crawl, then of the rules. */
  issues: Issue[]
}

interface Options {
  /** Where the site answers, e.g. `http://127.0.0.1:3000`. */
  origin: string
  /** What its addresses begin with. */
  publicOrigin: string
  /** The most addresses to ask for. */
  max: number
  /** What the database has, to compare the sitemap with. */
  stored?: string[]
  onVisit?: (visited: number, known: number) => void
}

/** @throws Error when no server answers at the origin */
export async function checkSite(options: Options): Promise<Report> {
  const { origin, publicOrigin, max, stored, onVisit } = options
  const ask = createVisitor(origin, publicOrigin)
  const home = `${publicOrigin}/`
  const robots = await ask(robotsAddress(publicOrigin))
  if (robots.status === 0) throw new Error(`Nobody answers at ${origin}: ${robots.text}`)
  const issues: Issue[] = []

  const [index = `${home}sitemap.xml`] = sitemapsOf(publicOrigin, robots.text).filter((url) =>
    url.startsWith(home),
  )
  const { entries, findings } = await readSitemaps(ask, index)
  const listed = entries.map(({ url }) => url).filter((url) => url.startsWith(home))
  const mayVisit = crawlRule(publicOrigin, robots.text)
  const unlisted = isUnlisted(robots)
  const listable: Finding[] = []
  const crawled = await crawl(unlisted ? asListed(ask, listable) : ask, [home, ...listed], {
    max,
    mayVisit,
    onVisit,
  })

  const visits = [...crawled.visits.values()]
  const pages = visits.flatMap(({ page }) => page ?? [])
  issues.push(...visits.flatMap((visit) => visit.issues))
  issues.push(...listable.map(([url, difference]) => ({ url, rule: 'unlisted', difference })))
  issues.push(...findings.map(([url, difference]) => ({ url, rule: 'sitemap', difference })))
  if (!crawled.complete)
    issues.push({ url: home, rule: 'whole', difference: `more than ${max} addresses: see --max` })
  const site = { ...crawled, origin: publicOrigin, ask, robots, entries, pages, stored }
  for (const [rule, check] of Object.entries(SITE_RULES)) {
    const found = await Promise.resolve(check(site)).catch((error: Error) => [
      [home, `cannot be read: ${error.message}`] as const,
    ])
    issues.push(...found.map(([url, difference]) => ({ url, rule, difference })))
  }
  const questions = pages
    .flatMap(({ graph }) => graph)
    .filter((node) => node['@type'] === 'Question')
  return {
    addresses: visits.length,
    pages: pages.length,
    questions: questions.length,
    unlisted,
    issues,
  }
}
