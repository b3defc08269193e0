// Writes an article as Markdown (CommonMark and GFM) for programs that read text: the same words, questions and links as its page.
import type { PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { absoluteUrl } from '../../addresses/paths'
import type { Article, Site } from '../../articles/article'
import { faqSections } from '../../articles/faq/faqSections'
import { footnotes } from '../../articles/footnotes'
import { headingAnchors, isShown } from '../../articles/headings'
import { safeUrl } from '../../text/links'
import { isOpeningOf } from '../../text/plainText'
import type { RichText } from '../../text/richText'
import { referenceIds } from '../../text/richTextWalk'
import { dateIn } from '../../time/calendar'
import { toMarkdownNodes } from './markdownNodes'
import type { MarkdownScope } from './markdownScope'
import { textNode, toHeading, toParagraph } from './phrasing'

/** Ends with one newline. */
const writeMarkdown = (children: RootContent[]): string =>
  toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      emphasis: '_',
      rule: '-',
      extensions: [gfmToMarkdown()],
    },
  )

/** Absolute addresses; null for what may not be linked. */
function hrefsOf(site: Site, { linkedArticles }: Pick<Article, 'linkedArticles'>) {
  const paths = new Map(linkedArticles.map(({ id, path }) => [id, path]))
  const absolute = (target: string | null | undefined) =>
    target ? absoluteUrl(site.url, target) : null
  const articleHref: MarkdownScope['articleHref'] = (reference) =>
    absolute(paths.get(referenceIds(reference)[0] ?? 0))
  const href: MarkdownScope['href'] = ({ fields }) =>
    fields.linkType === 'internal'
      ? articleHref(fields.doc?.value)
      : absolute(safeUrl(fields.url ?? ''))
  return { articleHref, href }
}

/** An answer on its own; links to articles show their words alone, all others are absolute. */
export const answerMarkdown = (site: Site, text: RichText): string =>
  writeMarkdown(
    toMarkdownNodes(text.root.children, {
      site,
      ...hrefsOf(site, { linkedArticles: [] }),
      headings: new Map(),
      faqSections: new Map(),
      readAlsoLinks: new Map(),
      images: new Map(),
      footnotes: [],
    }),
  ).replace(/\n$/, '')

function body(site: Site, article: Article): RootContent[] {
  const sections = new Map(faqSections(article).map(({ node, items }) => [node, items]))
  const anchors = headingAnchors(article.body, [], isShown(sections))
  const notes = footnotes(article.body)
  const scope: MarkdownScope = {
    site,
    ...hrefsOf(site, article),
    headings: new Map(anchors.map((heading) => [heading.node, heading])),
    faqSections: sections,
    readAlsoLinks: new Map(article.readAlsoLinks.map((link) => [link.id, link])),
    images: new Map(article.images.map((image) => [image.id, image])),
    footnotes: notes,
  }
  return [
    ...toMarkdownNodes(article.body.root.children, scope),
    ...notes.map(({ number, text }) =>
      toFootnote(number, toMarkdownNodes(text.root.children, scope)),
    ),
  ]
}

const toFootnote = (number: number, children: RootContent[]): RootContent => ({
  type: 'footnoteDefinition',
  identifier: String(number),
  children: children as Extract<RootContent, { type: 'footnoteDefinition' }>['children'],
})

const person = ({ name, credentials }: { name: string; credentials?: string }): string =>
  credentials ? `${name}, ${credentials}` : name

function facts(site: Site, article: Article): RootContent[] {
  const { authors, reviewer, lastReviewed, publishedAt, modifiedAt, path } = article
  const by = authors.length > 0 ? authors.map(person).join(', ') : site.organization.name
  const [published, updated] = [publishedAt, modifiedAt].map((at) => dateIn(at, site.timeZone))
  const said = [
    `By ${by}`,
    `published ${published}`,
    updated !== published && `updated ${updated}`,
    reviewer && `reviewed by ${person(reviewer)}${lastReviewed ? ` on ${lastReviewed}` : ''}`,
  ].filter(Boolean)
  const url = absoluteUrl(site.url, path)
  return toParagraph([
    textNode(said.join(' · ')),
    { type: 'break' },
    textNode('Canonical address: '),
    { type: 'link', url, children: [textNode(url)] },
  ])
}

function source({ title, publisher, year, url }: Article['sources'][number]): PhrasingContent[] {
  const href = url && safeUrl(url)
  const more = [publisher, year].filter(Boolean).map((fact) => `, ${fact}`)
  const name = textNode(title)
  return [href ? { type: 'link', url: href, children: [name] } : name, textNode(more.join(''))]
}

function sources({ sources: all }: Article): RootContent[] {
  if (all.length === 0) return []
  return [
    toHeading(2, [textNode('Sources')]),
    {
      type: 'list',
      spread: false,
      children: all.map((each) => ({
        type: 'listItem',
        spread: false,
        children: toParagraph(source(each)),
      })),
    },
  ]
}

/** The whole article; ends with one newline. */
export function articleMarkdown(site: Site, article: Article): string {
  const { title, summary } = article
  return writeMarkdown([
    toHeading(1, [textNode(title)]),
    ...(isOpeningOf(summary, article.body) ? [] : toParagraph([textNode(summary)])),
    ...facts(site, article),
    ...body(site, article),
    ...sources(article),
  ])
}
