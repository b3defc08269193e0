// Finds marks of a source (Markdown, HTML, templates) that a page shows or says as they were typed.
import { findSourceMarks } from '@/domain/textImport/source/sourceMarks'
import { readHtml, readElementText, type HtmlElement } from '../page/html'
import { metaContents, type SitePage } from '../page/sitePage'

/** What holds running text and no other such element. */
const TEXTS = [
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'summary',
  'title',
]

/** Where marks are what is shown. */
const CODE = ['code', 'pre', 'kbd', 'samp']

const withoutCode = (element: HtmlElement): HtmlElement => ({
  ...element,
  children: element.children
    .filter((child) => typeof child === 'string' || !CODE.includes(child.tag))
    .map((child) => (typeof child === 'string' ? child : withoutCode(child))),
})

const textWithoutCode = (element: HtmlElement): string =>
  readElementText({ ...withoutCode(element), tag: '' })

/** Every text in structured data, whatever says it. An answer's `text` is HTML. */
function* saidBy(node: unknown, key = ''): Generator<string> {
  if (typeof node === 'string') yield key === 'text' ? textWithoutCode(readHtml(node)) : node
  if (typeof node !== 'object' || node === null) return
  for (const [below, value] of Object.entries(node)) {
    if (!below.startsWith('@')) yield* saidBy(value, Array.isArray(node) ? key : below)
  }
}

/** The marks in texts, titles, descriptions, texts instead of pictures, and structured data; each of them once. */
export function markIssues(page: SitePage): string[] {
  const shown = page.elements.filter(({ tag }) => TEXTS.includes(tag))
  const alternatives = page.elements.flatMap(({ attributes }) => attributes.alt ?? [])
  const places: [string, string[]][] = [
    ['the page', [...shown.map(textWithoutCode), ...alternatives]],
    [
      'a description',
      ['description', 'og:title', 'og:description'].flatMap((name) => metaContents(page, name)),
    ],
    ['structured data', [...saidBy(page.graph)]],
  ]
  const issues = places.flatMap(([place, texts]) =>
    texts.flatMap((text) =>
      findSourceMarks(text).map((mark) => `${place}: ${mark.kind}: ${mark.text}`),
    ),
  )
  return [...new Set(issues)]
}
