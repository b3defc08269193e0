// A rich text as it is read beside another version of it: its words, and in brackets what stands between them.
import { plainText } from './plainText'
import { referenceIds } from './richTextWalk'
import type { BlockLevelNode, RichText } from './richText'

/** The title of a row, by collection and id. */
export type NameOf = (collection: string, id: number) => string

const named = (word: string, collection: string, stored: unknown, nameOf: NameOf): string =>
  `[${word}: ${referenceIds(stored)
    .map((id) => nameOf(collection, id))
    .join(' · ')}]`

function textOf(node: BlockLevelNode, nameOf: NameOf): string {
  if (node.type === 'upload') return named('Image', 'media', node.value, nameOf)
  if (node.type !== 'block') return plainText({ root: { type: 'root', children: [node] } })
  const { fields } = node
  return fields.blockType === 'readAlso'
    ? named('Read Also', 'read-also-links', fields.link, nameOf)
    : named(fields.heading || 'FAQ', 'faq-items', fields.items, nameOf)
}

/** Paragraphs separated by an empty line; empty for what is no rich text, because a draft may hold none yet. */
export const readableText = (richText: RichText | null | undefined, nameOf: NameOf): string =>
  (richText?.root?.children ?? [])
    .map((node) => textOf(node, nameOf))
    .filter((text) => text !== '')
    .join('\n\n')
