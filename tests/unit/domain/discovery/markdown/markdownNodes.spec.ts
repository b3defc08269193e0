// A parser of Markdown finds in an answer and in a body what the editor wrote, whatever the words are.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerMarkdown, articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import {
  TEXT_FORMAT,
  type BlockLevelNode,
  type InlineNode,
  type ListNode,
} from '@/domain/text/richText'
import { childrenOf, itemsWithSublists, type RichTextNode } from '@/domain/text/richTextWalk'
import { hostileWords } from '../../../../fixtures/hostileWords'
import {
  aFaqItem,
  anArticle,
  anExternalReadAlsoLink,
  anImage,
  aSite,
} from '../../../../fixtures/makers'
import {
  parsedMarkdown,
  tidyLetters,
  type Letter,
  type Line,
} from '../../../../fixtures/parsedMarkdown'
import {
  bold,
  faqBlock,
  heading,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  readAlsoBlock,
  richText,
  text,
  upload,
} from '../../../../fixtures/richText'

const ADDRESSES = ['https://a.example/(x)?q=*_y_*', 'mailto:me@a.example', '/warm_up_(2)']
const addressOf = (url: string) => new URL(url, 'https://backstory.example').href

const anyText = fc
  .tuple(hostileWords, fc.constantFrom(0, 1, 2, 3, 4, 5, 16, 18, 20, 32, 34, 64, 68))
  .map(([words, format]) => text(words, format))
const anyInline: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 5, arbitrary: anyText },
  { weight: 1, arbitrary: fc.constant(lineBreak) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...ADDRESSES), fc.array(anyText, { maxLength: 3 }))
      .map(([url, children]) => ({ ...link(url, ''), children })),
  },
)
const anyLine = fc.array(anyInline, { maxLength: 5 })
const anyList = fc.letrec<{ list: ListNode }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('bullet' as const, 'number' as const),
      fc.array(fc.oneof({ maxDepth: 3 }, anyLine, tie('list')), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(1, 7),
    )
    .map(([type, items, start]) => list(type, items, type === 'number' ? start : 1)),
})).list
const anyBlock: fc.Arbitrary<BlockLevelNode> = fc.oneof(
  anyLine.map((nodes) => paragraph(...nodes)),
  anyList,
)
const anyBodyBlock = fc.oneof(
  anyBlock,
  anyLine.map((nodes) => heading('h2', ...nodes)),
  anyLine.map((nodes) => quote(...nodes)),
)

/** The sign of each mark in `parsedMarkdown`, and whether code has it in Markdown. */
const SIGNS = [
  ['bold', 'b', false],
  ['italic', 'i', false],
  ['code', '`', true],
  ['subscript', '_', true],
  ['superscript', '^', true],
  ['strikethrough', '~', true],
] as const

function lettersOf(node: RichTextNode, mark: string[] = []): Letter[] {
  if (node.type === 'linebreak') return [[' ', '']]
  if (node.type === 'text') {
    const { format, text: words } = node as ReturnType<typeof text>
    const isCode = format & TEXT_FORMAT.code
    const marks = SIGNS.filter(
      ([name, , inCode]) => format & TEXT_FORMAT[name] && (!isCode || inCode),
    )
    const all = [...mark, ...marks.map(([, sign]) => sign)].sort().join()
    return Array.from(words, (letter): Letter => [letter, all])
  }
  const { url } = (node as ReturnType<typeof link>).fields
  return childrenOf(node).flatMap((child) => lettersOf(child, [`=${addressOf(url ?? '')}`]))
}

/** Without the lines that say nothing. */
const written = (within: string[], nodes: readonly RichTextNode[]): Line[] => {
  const letters = tidyLetters(nodes.flatMap((node) => lettersOf(node)))
  return letters.length > 0 ? [{ within: within.join(' '), letters }] : []
}

function linesOf(node: BlockLevelNode, within: string[] = []): Line[] {
  if (node.type !== 'list') {
    const place = { heading: ['h2'], quote: ['quote'] }[node.type as 'quote'] ?? []
    return written([...within, ...place], childrenOf(node))
  }
  const place = [...within, node.tag === 'ol' ? `ol${node.start}` : 'ul']
  return itemsWithSublists(node).flatMap(({ children }) => [
    ...written(
      place,
      children.filter((child) => child.type !== 'list'),
    ),
    ...children.flatMap((child) => (child.type === 'list' ? linesOf(child, place) : [])),
  ])
}

/** Hundreds of texts are parsed: on a busy machine that takes its time. */
const PATIENCE = { timeout: 60_000 }

describe('the Markdown of a text', PATIENCE, () => {
  it('has the words, marks, links and lists of an answer, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (nodes) => {
        const markdown = answerMarkdown(aSite(), richText(...nodes))
        expect(parsedMarkdown(markdown)).toEqual(nodes.flatMap((node) => linesOf(node)))
      }),
      { numRuns: 150 },
    )
  })

  it('has the headings and quotes of a body as well', () => {
    fc.assert(
      fc.property(fc.array(anyBodyBlock, { maxLength: 5 }), (nodes) => {
        const body = richText(...nodes)
        const markdown = articleMarkdown(aSite(), anArticle({ body, summary: '' }))
        expect(parsedMarkdown(markdown).slice(2)).toEqual(nodes.flatMap((node) => linesOf(node)))
      }),
      { numRuns: 100 },
    )
  })

  it('has titles, names, questions, alternative texts and sources as typed', () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        const said = `w ${words} w`
        const markdown = articleMarkdown(
          aSite(),
          anArticle({
            title: said,
            summary: said,
            authors: [{ id: 1, name: said, slug: 'a' }],
            body: richText(paragraph('p'), upload(3), readAlsoBlock(2), faqBlock([1], said)),
            images: [{ id: 3, ...anImage({ alt: said }) }],
            readAlsoLinks: [anExternalReadAlsoLink({ id: 2, title: said })],
            faqItems: [aFaqItem({ question: said, answer: richText(paragraph(bold('b'))) })],
            sources: [{ title: said, publisher: said }],
          }),
        )
        const letters = tidyLetters([...said].map((letter): Letter => [letter, '']))
          .map(([letter]) => letter)
          .join('')
        const lines = parsedMarkdown(markdown).map(
          (line) => `${line.within}: ${line.letters.map(([letter]) => letter).join('')}`,
        )
        expect(lines).toEqual([
          `h1: ${letters}`,
          `: ${letters}`,
          `: By ${letters} · published 2026-03-02 Canonical address: https://backstory.example/sore-knees`,
          ': p',
          `: !${letters}=https://backstory.example/media/track.jpg`,
          `: Read also: ${letters}`,
          `h2: ${letters}`,
          `h3: ${letters}`,
          ': b',
          'h2: Sources',
          `ul: ${letters}, ${letters}`,
        ])
      }),
      { numRuns: 150 },
    )
  })
})
