// Tidies the inline nodes of a Markdown tree: one line of text has single spaces, and none at its ends or inside its marks.
import type { PhrasingContent, RootContent } from 'mdast'
import { referenceIds } from '../../text/richTextWalk'

export const textNode = (value: string): PhrasingContent => ({ type: 'text', value })

/** As HTML collapses white space (CSS Text, 4.1.1); a space that may not break is a letter like any other. */
const collapseSpaces = (value: string): string => value.replace(/[ \t\r\n\f\u2028\u2029]+/g, ' ')

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = textNode(collapseSpaces(last.value + node.value))
    // Two pieces of code side by side would be read as one with two backticks in it.
    else if (node.type === 'inlineCode' && last?.type === 'inlineCode')
      joined[joined.length - 1] = { type: 'inlineCode', value: last.value + node.value }
    else joined.push(node.type === 'text' ? textNode(collapseSpaces(node.value)) : node)
  }
  return joined
}

/** Its text is split into the spaces before it, its words and the spaces after it. */
function splitSpaces(value: string): [before: string, words: string, after: string] {
  const words = value.trim()
  const start = value.length - value.trimStart().length
  return [value.slice(0, start), words, value.slice(start + words.length)]
}

const textNodes = (value: string): PhrasingContent[] => (value === '' ? [] : [textNode(value)])

/**
 * Wraps nodes into a mark or a link, spaces at both ends stay outside: emphasis neither opens nor closes at a space
 * (CommonMark, 6.2). What has only spaces is not wrapped.
 */
export function wrapWords(
  nodes: readonly PhrasingContent[],
  wrap: (children: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const inner = joinTexts(nodes)
  const [first, last] = [inner.at(0), inner.at(-1)]
  const before = first?.type === 'text' ? splitSpaces(first.value)[0] : ''
  const after = last?.type === 'text' ? splitSpaces(last.value)[2] : ''
  const words = inner.flatMap((node) => {
    if (node.type !== 'text') return [node]
    const start = node === first ? before.length : 0
    const end = node === last ? node.value.length - after.length : undefined
    return textNodes(node.value.slice(start, end))
  })
  if (words.every(({ type }) => type === 'break')) return inner
  return [...textNodes(before), wrap(words), ...textNodes(after)]
}

/** The lines of a paragraph: no space at either end of one, no break before the first or after the last. */
export function trimLines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = joinTexts(nodes)
  const isEnd = (node: PhrasingContent | undefined) => node === undefined || node.type === 'break'
  const trimmed = joined.flatMap((node, at) => {
    if (node.type !== 'text') return [node]
    const start = isEnd(joined[at - 1]) ? node.value.replace(/^ /, '') : node.value
    const value = isEnd(joined[at + 1]) ? start.replace(/ $/, '') : start
    return textNodes(value)
  })
  const first = trimmed.findIndex(({ type }) => type !== 'break')
  const last = trimmed.findLastIndex(({ type }) => type !== 'break')
  return first === -1 ? [] : trimmed.slice(first, last + 1)
}

/** The row that a relationship points at. */
export function rowOf<Row>(reference: unknown, rows: ReadonlyMap<number, Row>): Row | undefined {
  const [id] = referenceIds(reference)
  return id === undefined ? undefined : rows.get(id)
}

export const toHeading = (
  depth: 1 | 2 | 3 | 4 | 5,
  words: readonly PhrasingContent[],
): RootContent => ({
  type: 'heading',
  depth,
  children: trimLines(words),
})

type Paragraph = Extract<RootContent, { type: 'paragraph' }>

/** None when there is nothing to say. */
export function toParagraph(words: readonly PhrasingContent[]): Paragraph[] {
  const children = trimLines(words)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}
