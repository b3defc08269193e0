// Reads sitemaps as a crawler does (sitemaps.org protocol): the index, its parts, and what in them is not as it must be.
import { isInstant } from '../page/sitePage'
import type { Finding, SitemapEntry } from '../crawl/checkedSite'
import { shapeIssues, type Root } from './sitemapShape'
import type { Answer, Ask } from '../crawl/visitor'

export interface Sitemaps {
  entries: SitemapEntry[]
  findings: Finding[]
}

const MAX_ENTRIES = 50_000
const MAX_BYTES = 50 * 1024 * 1024
const ELEMENTS = ['loc', 'lastmod', 'image:image', 'image:loc']
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)

const elementText = (xml: string, element: string): string | undefined => {
  const [, text] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? []
  return text === undefined ? undefined : decodeEntities(text)
}

/** The texts between `<url>` and `</url>`, or the same of another element. */
const elementBlocks = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(
    ([, text]) => text ?? '',
  )

function answerIssues({ status, headers, text }: Answer, root: Root): string[] {
  if (status !== 200) return [`answers ${status}`]
  const type = headers.get('Content-Type') ?? ''
  return [
    ...(/^(application|text)\/xml\b/.test(type) ? [] : [`its type is ${type}`]),
    ...shapeIssues(text, root),
    ...(Buffer.byteLength(text) > MAX_BYTES ? ['is larger than 50 MB'] : []),
  ]
}

function entryIssues(block: string, origin: string): string[] {
  const url = elementText(block, 'loc') ?? ''
  const lastmod = elementText(block, 'lastmod')
  const strange = [...block.matchAll(/<([a-z:]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !ELEMENTS.includes(name))
  return [
    ...(url === origin || url.startsWith(`${origin}/`) ? [] : [`not on ${origin}: ${url}`]),
    ...(url.length > 2048 ? [`longer than 2048 characters: ${url}`] : []),
    ...(url.length < 12 ? [`shorter than the schema's 12 characters: ${url}`] : []),
    ...(lastmod === undefined || isInstant(lastmod) ? [] : [`no instant: ${url} ${lastmod}`]),
    ...(Date.parse(lastmod ?? '') > Date.now() ? [`in the future: ${url} ${lastmod}`] : []),
    ...strange.map((name) => `<${name}> says nothing to anybody`),
  ]
}

/** @param index the address that robots.txt names */
export async function readSitemaps(ask: Ask, index: string): Promise<Sitemaps> {
  const { origin } = new URL(index)
  const found: Sitemaps = { entries: [], findings: [] }
  const note = (url: string, issues: string[]) =>
    found.findings.push(...issues.map((issue): Finding => [url, issue]))

  const answer = await ask(index)
  note(index, answerIssues(answer, 'sitemapindex'))
  for (const block of elementBlocks(answer.text, 'sitemap')) {
    const part = elementText(block, 'loc') ?? ''
    note(index, entryIssues(block, origin))
    if (!part.startsWith(`${origin}/`)) continue
    const list = await ask(part)
    const urls = elementBlocks(list.text, 'url')
    note(part, answerIssues(list, 'urlset'))
    note(
      part,
      urls.flatMap((entry) => entryIssues(entry, origin)),
    )
    if (urls.length > MAX_ENTRIES) note(part, [`${urls.length} addresses`])
    for (const entry of urls)
      found.entries.push({
        part,
        url: elementText(entry, 'loc') ?? '',
        lastmod: elementText(entry, 'lastmod'),
      })
  }
  const seen = new Set<string>()
  for (const { url, part } of found.entries) {
    if (seen.has(url)) note(part, [`lists twice: ${url}`])
    seen.add(url)
  }
  return found
}
