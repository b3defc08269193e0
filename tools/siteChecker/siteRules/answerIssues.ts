// Checks how the site answers what no page links to: variants of an address, addresses of nothing, a second look.
import { isIndexable, isNoindex, linksByRel } from '../page/sitePage'
import type { CheckedSite, Finding } from '../crawl/checkedSite'
import { readPage } from '../page/sitePage'

/** One address that would be a page if the site did not look closely. */
const UNKNOWN = '/there-is-nothing-at-this-address'

/** A page whose path has letters; the newest article serves as well as any. */
const samplesOf = ({ pages }: CheckedSite): string[] =>
  pages
    .filter((page) => isIndexable(page) && !new URL(page.url).search)
    .map(({ url }) => url)
    .filter((url) => /[a-z]/.test(new URL(url).pathname))
    .slice(-3)

const VARIANTS: [what: string, of: (url: URL) => string][] = [
  ['a closing slash', ({ pathname }) => `${pathname}/`],
  ['upper case', ({ pathname }) => pathname.toUpperCase()],
  ['an index file', ({ pathname }) => `${pathname}/index.html`],
  ['the number of a first part', ({ pathname }) => `${pathname}?page=1`],
  ['several of these', ({ pathname }) => `${pathname.toUpperCase()}/?page=1`],
]

/** Variants of an address redirect to it, permanently and at once. */
export async function variantIssues(site: CheckedSite): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const sample of samplesOf(site)) {
    for (const [what, variantOf] of VARIANTS) {
      const url = site.origin + variantOf(new URL(sample))
      const { status, headers } = await site.ask(url)
      const location = headers.get('Location')
      const target = location === null ? 'nowhere' : new URL(location, url).href
      if (![301, 308].includes(status) || target !== sample)
        findings.push([url, `${what}: leads to ${target} (${status}), not to ${sample}`])
    }
    const noted = `${sample}?utm_source=check`
    const { text, status } = await site.ask(noted)
    const canonical = status === 200 ? linksByRel(readPage(noted, text), 'canonical')[0] : status
    if (canonical !== sample) findings.push([noted, `its canonical address is ${canonical}`])
  }
  return findings
}

/** What is not there says so, and what is not for search engines says so in its headers. */
export async function statusIssues({ origin, ask }: CheckedSite): Promise<Finding[]> {
  const unknown = [UNKNOWN, `${UNKNOWN}.md`, '/category/nothing-here', '/questions?page=999999']
  const findings: Finding[] = []
  for (const path of unknown) {
    const { status, headers } = await ask(origin + path)
    if (status !== 404) findings.push([origin + path, `answers ${status}, not 404`])
    if (!isNoindex(headers.get('X-Robots-Tag') ?? ''))
      findings.push([origin + path, 'its headers do not say noindex'])
  }
  const search = `${origin}/search?q=check`
  const { status, headers } = await ask(search)
  if (status !== 200) findings.push([search, `answers ${status}`])
  if (!isNoindex(headers.get('X-Robots-Tag') ?? ''))
    findings.push([search, 'its headers do not say noindex'])
  return findings
}

/** Who has it already is told so: 304 without a body (RFC 9110, 15.4.5). */
export async function validatorIssues(site: CheckedSite): Promise<Finding[]> {
  const { origin, ask } = site
  const addresses = [`${origin}/`, `${origin}/sitemap.xml`, `${origin}/feed.xml`]
  const findings: Finding[] = []
  for (const url of [...addresses, ...samplesOf(site)]) {
    const etag = (await ask(url)).headers.get('ETag')
    if (etag === null) {
      findings.push([url, 'has no ETag'])
      continue
    }
    const { status, text } = await ask(url, { 'If-None-Match': etag })
    if (status !== 304 || text !== '')
      findings.push([url, `answers ${status} to who has it already`])
  }
  return findings
}
