// Checks everything that must hold for one page: a table of rules, each with a name.
import { pageDocumentIssues } from './documentIssues'
import { GRAPH_RULES } from './graphIssues'
import { HEAD_RULES } from './headIssues'
import { markIssues } from './markIssues'
import { readPage, type SitePage } from '../page/sitePage'
import { compareParity } from './parity'

/** One thing that is wrong: on which page, by which rule, and what differs. */
export interface Issue {
  /** Absolute URL. */
  url: string
  rule: string
  difference: string
}

export const PAGE_RULES: Record<string, (page: SitePage) => string[]> = {
  document: pageDocumentIssues,
  ...HEAD_RULES,
  ...GRAPH_RULES,
  parity: ({ document, graph }) => compareParity(document, graph),
  'marks of a source': markIssues,
}

/** What a rule could not look at, because the page is not what it expects, is an issue too. */
function runRule(check: () => string[]): string[] {
  try {
    return check()
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

const pageIssues = (page: SitePage): Issue[] =>
  Object.entries(PAGE_RULES).flatMap(([rule, check]) =>
    runRule(() => check(page)).map((difference) => ({ url: page.url, rule, difference })),
  )

/** The page and what is wrong with it; no page when its HTML cannot be read. */
export function checkPage(
  url: string,
  html: string,
  headers: Headers,
): { page?: SitePage; issues: Issue[] } {
  let page: SitePage | undefined
  const issues = runRule(() => {
    page = readPage(url, html, headers)
    return []
  }).map((difference) => ({ url, rule: 'HTML', difference }))
  return { page, issues: page ? pageIssues(page) : issues }
}
