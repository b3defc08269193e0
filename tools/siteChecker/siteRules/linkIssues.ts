// Checks that every link inside the site has a target that is there, without a redirect and down to the fragment.
import { withoutFragment, type Visit } from '../crawl/crawl'
import { nodesOfType } from '../page/graph'
import type { CheckedSite, Finding } from '../crawl/checkedSite'

function targetIssue({ status, headers, text }: Visit): string | undefined {
  if (status === 200) return undefined
  if (status === 0) return `which does not answer: ${text}`
  const location = headers.get('Location')
  return location ? `which leads on to ${location} (${status})` : `which answers ${status}`
}

function linkIssue(link: string, { visits }: CheckedSite): string[] {
  const visit = visits.get(withoutFragment(link))
  // Another site, an address that is not for crawlers, or one too many.
  if (!visit) return []
  const issue = targetIssue(visit)
  if (issue) return [`links to ${link}, ${issue}`]
  const id = decodeURIComponent(new URL(link).hash.slice(1))
  const isThere = visit.page?.elements.some(({ attributes }) => attributes.id === id) ?? true
  return id === '' || isThere ? [] : [`links to ${link}, a page without #${id}`]
}

export const linkIssues = (site: CheckedSite): Finding[] =>
  [...site.visits.values()].flatMap(({ url, links }) =>
    links.flatMap((link) => linkIssue(link, site)).map((issue): Finding => [url, issue]),
  )

/** An address that only a sitemap names fails there; one that nothing names was the start. */
export function questionIssues({ pages }: CheckedSite): Finding[] {
  const homes = new Map<string, string>()
  return pages.flatMap(({ url, graph }) =>
    nodesOfType(graph, 'Question').flatMap((question): Finding[] => {
      const id = String(question['@id'])
      const home = homes.get(id)
      homes.set(id, home ?? url)
      return home === undefined ? [] : [[url, `marks up ${id}, as ${home} does`]]
    }),
  )
}
