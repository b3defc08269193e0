// Makes a rich text of the same build with other words, and with other things in its blocks.
import type { RichText } from '@/domain/text/richText'
import type { Writer } from './words'

interface Shown {
  faqItems: number[]
  readAlso: number
}

type Node = { type?: string; children?: Node[]; fields?: Record<string, unknown> }

/** Sentences in one paragraph. */
const LENGTH = 5

function wordsFor(parent: Node, words: Writer): string {
  return parent.type === 'heading' ? words.heading() : words.sentences(LENGTH)
}

/** @param shown what its blocks show; a text without blocks needs none */
export function rewordText(text: RichText, words: Writer, shown?: Shown): RichText {
  const visit = (node: Node, parent: Node): Node => {
    if (node.type === 'text') return { ...node, text: wordsFor(parent, words) } as Node
    if (node.type === 'block' && shown) return { ...node, fields: blockFields(node, shown) }
    const children = node.children?.map((child) => visit(child, node))
    return children ? { ...node, children } : node
  }
  return { ...text, root: visit(text.root as Node, {}) } as unknown as RichText
}

const blockFields = ({ fields }: Node, { faqItems, readAlso }: Shown) =>
  fields?.blockType === 'readAlso' ? { ...fields, link: readAlso } : { ...fields, items: faqItems }

/** An answer that is built like the first paragraph of a text. @param said its words; made up without them */
export function makeAnswer({ root, ...text }: RichText, words: Writer, said?: string): RichText {
  const paragraph = root.children.find(({ type }) => type === 'paragraph')
  const answer = { ...text, root: { ...root, children: paragraph ? [paragraph] : [] } }
  return rewordText(answer, said === undefined ? words : { ...words, sentences: () => said })
}
