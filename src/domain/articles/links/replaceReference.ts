// Puts another question or link into the place of one in an article's text.
import type { BlockLevelNode, RichText } from '../../text/richText'
import { referenceIds } from '../../text/richTextWalk'

/** Wherever the body shows the one, it shows the other; everything else stays as it is. */
export function replaceReference(
  body: RichText,
  { kind, id }: { kind: string; id: number },
  other: number,
): RichText {
  const replaced = <Reference>(reference: Reference): Reference | number =>
    referenceIds(reference)[0] === id ? other : reference
  const show = (node: BlockLevelNode): BlockLevelNode => {
    if (node.type !== 'block') return node
    const { fields } = node
    if (fields.blockType === 'faqSection' && kind === 'faq-items')
      return { ...node, fields: { ...fields, items: fields.items.map(replaced) } }
    if (fields.blockType === 'readAlso' && kind === 'read-also-links')
      return { ...node, fields: { ...fields, link: replaced(fields.link) } }
    return node
  }
  return { ...body, root: { ...body.root, children: body.root.children.map(show) } }
}
