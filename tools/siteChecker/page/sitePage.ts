// Reads a page as a program meets it: its address, its headers, its document, and what its structured data says.
import { graphOf, type JsonLdNode } from './graph'
import { findAll, descendants, readHtml, type HtmlElement } from './html'

export interface SitePage {
  /** Absolute, on the public origin, without a fragment. */
  url: string
  headers: Headers
  html: string
  document: HtmlElement
  /** All of them, in document order. */
  elements: HtmlElement[]
  /** Empty when the page has no structured data. */
  graph: JsonLdNode[]
}

/** @throws when the HTML is not well formed, or the structured data cannot be read */
export function readPage(url: string, html: string, headers = new Headers()): SitePage {
  const document = readHtml(html)
  const elements = descendants(document)
  return { url, headers, html, document, elements, graph: graphOf(document) }
}

/** The contents of `<meta name>` or `<meta property>`. */
export const metaContents = ({ elements }: SitePage, name: string): string[] =>
  elements
    .filter(({ tag, attributes }) => tag === 'meta' && metaName(attributes) === name)
    .map(({ attributes }) => attributes.content ?? '')

const metaName = ({ name, property }: Record<string, string>): string | undefined =>
  name ?? property

/** The addresses of `<link rel>`, as written. */
export const linksByRel = ({ document }: SitePage, rel: string): string[] =>
  findAll(document, 'link')
    .filter(({ attributes }) => attributes.rel === rel)
    .map(({ attributes }) => attributes.href ?? '')

export const isNoindex = (directives: string): boolean => /\b(noindex|none)\b/i.test(directives)

/** Whether search engines may list it. */
export const isIndexable = (page: SitePage): boolean =>
  ![...metaContents(page, 'robots'), page.headers.get('X-Robots-Tag') ?? ''].some(isNoindex)

/** The latest date that the structured data says the page changed at, as written. */
export const modifiedAt = ({ graph }: SitePage): string | undefined =>
  graph
    .map(({ dateModified }) => dateModified)
    .find((date): date is string => typeof date === 'string')

/** ISO 8601 with a zone (W3C "Date and Time Formats"). */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
