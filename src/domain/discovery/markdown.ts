// Writes an article as Markdown (CommonMark) for programs that read text: the same words, questions and links as its page.
import type { Article, ReadAlsoLink, Site } from '../articles/article'
import { faqSections } from '../articles/faq/faqSections'
import { headingAnchors } from '../articles/headings'
import { safeUrl } from '../text/links'
import { absoluteUrl } from '../addresses/paths'
import { inlineText, isOpeningOf } from '../text/plainText'
import { readAlsoHref } from '../articles/readAlso'
import {
  TEXT_FORMAT,
  type BlockLevelNode,
  type LinkNode,
  type ListNode,
  type RichText,
  type TextNode,
} from '../text/richText'
import {
  childrenOf,
  itemsWithSublists,
  referenceIds,
  type RichTextNode,
} from '../text/richTextWalk'
import { dateIn } from '../time/calendar'

/** CommonMark 0.31, 2.4: any ASCII punctuation may be escaped; these are the ones that could mean something in a line. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&#~|]/g, '\\$&')

/** What at the start of a line would open a list or underline a heading. */
const lineStart = (line: string): string =>
  line.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')

/** Emphasis does not open or close at a space (CommonMark, 6.2), so spaces stay outside the marks. */
function marked({ text, format }: TextNode): string {
  const words = text.trim()
  if (words === '') return text
  const bold = format & TEXT_FORMAT.bold ? '**' : ''
  const italic = format & TEXT_FORMAT.italic ? '_' : ''
  const [before, after] = text.split(words, 2)
  return `${before}${bold}${italic}${escaped(words)}${italic}${bold}${after}`
}

const address = (url: string): string => `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`

type Href = (link: LinkNode) => string | null

const inline =
  (href: Href) =>
  (node: RichTextNode): string => {
    if (node.type === 'text') return marked(node as TextNode)
    if (node.type === 'linebreak') return '\\\n'
    const inner = childrenOf(node).map(inline(href)).join('')
    const url = node.type === 'link' || node.type === 'autolink' ? href(node as LinkNode) : null
    return url && inner.trim() ? `[${inner.trim()}](${address(url)})` : inner
  }

const lines = (nodes: readonly RichTextNode[], href: Href): string =>
  nodes.map(inline(href)).join('').trim().split('\n').map(lineStart).join('\n')

const indented = (text: string, width: number): string =>
  text.replace(/\n(?=.)/g, `\n${' '.repeat(width)}`)

function list(node: ListNode, href: Href): string {
  return itemsWithSublists(node)
    .map((item, index) => {
      const marker = node.tag === 'ol' ? `${node.start + index}. ` : '- '
      const own = item.children.filter((child) => child.type !== 'list')
      const nested = item.children.filter((child) => child.type === 'list')
      const parts = [lines(own, href), ...nested.map((child) => list(child, href))]
      return marker + indented(parts.filter(Boolean).join('\n'), marker.length)
    })
    .join('\n')
}

/** Blocks that stand on their own; undefined for what an answer cannot hold. */
function block(node: BlockLevelNode, href: Href): string {
  if (node.type === 'list') return list(node, href)
  if (node.type === 'quote')
    return `> ${indented(lines(node.children, href), 0).replace(/\n/g, '\n> ')}`
  return lines(childrenOf(node), href)
}

const join = (blocks: (string | undefined)[]): string => blocks.filter(Boolean).join('\n\n')

const person = ({ name, credentials }: { name: string; credentials?: string }): string =>
  escaped(credentials ? `${name}, ${credentials}` : name)

const richTextMarkdown = (text: RichText, href: Href): string =>
  join(text.root.children.map((node) => block(node, href)))

/** An answer on its own; links to articles show their words alone, all others are absolute. */
export const answerMarkdown = (site: Site, text: RichText): string =>
  richTextMarkdown(text, hrefOf(site, { linkedArticles: [] }))

/** Absolute addresses; null for what may not be linked. */
function hrefOf(site: Site, article: Pick<Article, 'linkedArticles'>): Href {
  const paths = new Map(article.linkedArticles.map(({ id, path }) => [id, path]))
  return ({ fields }) => {
    const [id] = referenceIds(fields.doc?.value)
    const target = fields.linkType === 'internal' ? paths.get(id ?? 0) : safeUrl(fields.url ?? '')
    return target ? absoluteUrl(site.url, target) : null
  }
}

const readAlso = (site: Site, link: ReadAlsoLink): string | undefined => {
  const href = readAlsoHref(link)
  return href
    ? `Read also: [${escaped(link.title)}](${address(absoluteUrl(site.url, href))})`
    : undefined
}

function body(site: Site, article: Article): string {
  const href = hrefOf(site, article)
  const sections = new Map(faqSections(article).map(({ node, items }) => [node, items]))
  const headings = new Map(
    headingAnchors(
      article.body,
      [],
      (node) =>
        node.type !== 'block' || node.fields.blockType !== 'faqSection' || sections.has(node),
    ).map((heading) => [heading.node, heading]),
  )
  const links = new Map(article.readAlsoLinks.map((link) => [link.id, link]))
  const images = new Map(article.images.map((image) => [image.id, image]))
  const show = (node: BlockLevelNode): string | undefined => {
    if (node.type === 'heading') {
      const heading = headings.get(node)
      return heading && `${'#'.repeat(heading.level)} ${escaped(inlineText(node.children))}`
    }
    if (node.type === 'upload') {
      const image = images.get(referenceIds(node.value)[0] ?? 0)
      return image && `![${escaped(image.alt)}](${address(absoluteUrl(site.url, image.url))})`
    }
    if (node.type !== 'block') return block(node, href)
    if (node.fields.blockType === 'readAlso') {
      const link = links.get(referenceIds(node.fields.link)[0] ?? 0)
      return link && readAlso(site, link)
    }
    const items = sections.get(node)
    return (
      items &&
      join([
        `## ${escaped(headings.get(node)?.text ?? '')}`,
        ...items.flatMap((item) => [
          `### ${escaped(item.question)}`,
          richTextMarkdown(item.answer, href),
        ]),
      ])
    )
  }
  return join(article.body.root.children.map(show))
}

const sources = ({ sources: all }: Article): string | undefined =>
  all.length === 0
    ? undefined
    : `## Sources\n\n${all
        .map(({ title, publisher, year, url }) => {
          const href = url && safeUrl(url)
          const name = href ? `[${escaped(title)}](${address(href)})` : escaped(title)
          return `- ${[name, publisher && escaped(publisher), year].filter(Boolean).join(', ')}`
        })
        .join('\n')}`

/** The whole article; ends with one newline. */
export function articleMarkdown(site: Site, article: Article): string {
  const { title, summary, authors, reviewer, lastReviewed, publishedAt, modifiedAt } = article
  const by = authors.length > 0 ? authors.map(person).join(', ') : escaped(site.organization.name)
  const [published, updated] = [publishedAt, modifiedAt].map((at) => dateIn(at, site.timeZone))
  const facts = [
    `By ${by}`,
    `published ${published}`,
    updated !== published && `updated ${updated}`,
    reviewer && `reviewed by ${person(reviewer)}${lastReviewed ? ` on ${lastReviewed}` : ''}`,
  ].filter(Boolean)
  return `${join([
    `# ${escaped(title)}`,
    isOpeningOf(summary, article.body) ? undefined : escaped(summary),
    `${facts.join(' · ')}\\\nCanonical address: ${address(absoluteUrl(site.url, article.path))}`,
    body(site, article),
    sources(article),
  ])}\n`
}
