// Turns the blocks of a text into nodes of a Markdown tree: one row for each block of the domain's table.
import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { EMBED_KINDS, type BlockType, type InlineBlockType } from '../../blocks/blocks'
import { readAlsoHref } from '../../articles/links/readAlso'
import { absoluteUrl } from '../../addresses/paths'
import { safeUrl } from '../../text/links'
import type { BlockNode, BlockOf, RichText } from '../../text/richText'
import { visibleText } from '../../text/visibleText'
import type { MarkdownScope } from './markdownScope'
import { rowOf, textNode, toHeading, toParagraph } from './phrasing'

interface Around {
  node: BlockNode
  scope: MarkdownScope
  /** The nodes of the text inside of a block. */
  passage: (text: RichText) => RootContent[]
}

type BlockRows = {
  [Type in Exclude<BlockType, InlineBlockType>]: (
    fields: BlockOf<Type>,
    around: Around,
  ) => RootContent[]
}

const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [textNode(words)] })

const link = (url: string, words: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [textNode(words)],
})

/** A paragraph of words in bold; none when there are no words. */
const boldLine = (words: string): RootContent[] =>
  visibleText(words) === '' ? [] : toParagraph([strong(words.trim())])

const toList = (ordered: boolean, items: readonly RootContent[][]): RootContent[] => {
  const children = items
    .filter((item) => item.length > 0)
    .map((item): ListItem => ({
      type: 'listItem',
      spread: true,
      children: item as ListItem['children'],
    }))
  return children.length > 0 ? [{ type: 'list', ordered, spread: true, children }] : []
}

const toQuote = (nodes: readonly RootContent[]): RootContent[] =>
  nodes.length > 0
    ? [
        {
          type: 'blockquote',
          children: nodes as Extract<RootContent, { type: 'blockquote' }>['children'],
        },
      ]
    : []

const BLOCK_ROWS: BlockRows = {
  readAlso: ({ link: reference }, { scope: { readAlsoLinks, site } }) => {
    const target = rowOf(reference, readAlsoLinks)
    const href = target && readAlsoHref(target)
    if (!href) return []
    return toParagraph([textNode('Read also: '), link(absoluteUrl(site.url, href), target.title)])
  },
  faqSection: (_fields, { node, passage, scope }) => {
    const items = scope.faqSections.get(node)
    if (!items) return []
    return [
      toHeading(2, [textNode(scope.headings.get(node)?.text ?? '')]),
      ...items.flatMap((item) => [
        toHeading(3, [textNode(item.question)]),
        ...passage(item.answer),
      ]),
    ]
  },
  notice: ({ text }, { node, passage, scope }) => {
    const words = passage(text)
    return words.length > 0
      ? toQuote([...boldLine(scope.headings.get(node)?.text ?? ''), ...words])
      : []
  },
  code: ({ code, language }) =>
    code
      ? [{ type: 'code', lang: /^\S*/.exec(language.toLowerCase())?.[0] || null, value: code }]
      : [],
  definitions: ({ entries }, { passage }) =>
    toList(
      false,
      entries.map(({ definition, term }) => [...boldLine(term), ...passage(definition)]),
    ),
  steps: ({ entries }, { passage }) =>
    toList(
      true,
      entries.map(({ heading, text }) => [...boldLine(heading), ...passage(text)]),
    ),
  pullQuote: ({ quote, source, url }, { scope: { site } }) => {
    const href = safeUrl(url)
    const said = quote.split(/\n+/).flatMap((line) => toParagraph([textNode(line)]))
    const by = visibleText(source)
    const from = by
      ? toParagraph([textNode('— '), href ? link(absoluteUrl(site.url, href), by) : textNode(by)])
      : []
    return said.length > 0 ? toQuote([...said, ...from]) : []
  },
  gallery: ({ caption, entries }, { scope: { images, site } }) => {
    const shown = entries.flatMap((entry) => {
      const image = rowOf(entry.image, images)
      if (!image) return []
      const words = visibleText(entry.caption) || image.caption
      return [
        ...toParagraph([{ type: 'image', url: absoluteUrl(site.url, image.url), alt: image.alt }]),
        ...(words ? toParagraph([textNode(words)]) : []),
      ]
    })
    return shown.length > 0 ? [...shown, ...toParagraph([textNode(caption)])] : []
  },
  embed: ({ duration, kind, title, transcript, url }, { passage, scope: { site } }) => {
    const href = safeUrl(url)
    if (!href) return []
    const after = visibleText(duration) ? ` (${duration.trim()})` : ''
    return [
      ...toParagraph([
        textNode(`${EMBED_KINDS[kind]}: `),
        link(absoluteUrl(site.url, href), title),
        textNode(after),
      ]),
      ...passage(transcript),
    ]
  },
  button: ({ article, label }, { scope }) => {
    const href = scope.articleHref(article)
    return href && visibleText(label) ? toParagraph([link(href, label.trim())]) : []
  },
}

export const toMarkdownBlock = (around: Around): RootContent[] =>
  (BLOCK_ROWS[around.node.fields.blockType] as (fields: unknown, around: Around) => RootContent[])(
    around.node.fields,
    around,
  )
