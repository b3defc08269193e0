// Numbers the footnotes of a text in reading order.
import { isEmptyRichText } from '../text/plainText'
import type { InlineBlockNode, RichText } from '../text/richText'
import { walk } from '../text/richTextWalk'

export interface Footnote {
  number: number
  node: InlineBlockNode
  text: RichText
}

/** An unwritten one has no number and no sign in the text. */
export const footnotes = (body: RichText): Footnote[] =>
  [...walk(body.root.children)]
    .flatMap((node) => (node.type === 'inlineBlock' ? [{ node, text: node.fields.text }] : []))
    .filter(({ text }) => !isEmptyRichText(text))
    .map((note, index) => ({ ...note, number: index + 1 }))

/** The ids of a footnote and of its sign, unique on the page as long as no heading takes them. */
export const footnoteId = (number: number): string => `note-${number}`
export const footnoteSignId = (number: number): string => `note-${number}-sign`
