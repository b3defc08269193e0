// Removes from a typed or pasted rich text what no reader gets: hidden line breaks, alignment, indents.
import { lines, onLines, onOneLine } from './characters'
import { isData } from '../values/isData'
import { pictureAddress } from './pictureAddress'
import { withBlockFields } from './richTextWalk'
import { isRowId } from '../values/rowId'

type Node = Record<string, unknown>

const parted = (node: unknown): unknown[] => {
  if (!isData(node) || node.type !== 'text' || typeof node.text !== 'string') return [node]
  return lines(node.text).flatMap((text, index) => [
    ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
    ...(text === '' && index > 0 ? [] : [{ ...node, text }]),
  ])
}

const ALIGNMENTS = ['left', 'start', 'center', 'right', 'end', 'justify']

/** No button of the editor sets these or takes them away, so an editor who pasted them could not mend them. */
function unaligned(node: unknown): unknown {
  if (!isData(node)) return node
  const kept = { ...node }
  if (ALIGNMENTS.some((one) => one === node.format) && node.type !== 'tablecell') kept.format = ''
  if (typeof node.indent === 'number' && node.type !== 'listitem') kept.indent = 0
  // From HTML, Payload takes an image's id as a text.
  if (node.type === 'upload' && typeof node.value === 'string' && isRowId(node.value))
    kept.value = Number(node.value)
  if (node.type === 'upload' && isData(node.pending) && typeof node.pending.src === 'string')
    kept.pending = { ...node.pending, src: pictureAddress(node.pending.src) }
  return kept
}

/** A cell has its alignment; headings and quotes pasted into it become the paragraphs that it may hold. */
function inTable(node: unknown, parent: Node): unknown {
  if (!isData(node)) return node
  if (parent.type !== 'tablecell' || !['heading', 'quote'].includes(String(node.type))) return node
  const { tag: _, ...kept } = node
  return { ...kept, type: 'paragraph' }
}

/** The same for the fields of a block, and for the texts in them. */
const inBlock = (node: unknown): unknown =>
  isData(node)
    ? withBlockFields(node, (field, value) => {
        if (field.as === 'passage') return tidyText(value)
        if (typeof value !== 'string') return value
        if (field.as === 'text') return onOneLine(value)
        return field.as === 'lines' ? onLines(value) : value
      })
    : node

/** @param value as it was sent; what is no rich text comes back as it is */
export function tidyText(value: unknown): unknown {
  if (!isData(value) || !isData(value.root)) return value
  const root = { ...value.root }
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!Array.isArray(node.children)) continue
    const parent = node
    const children = node.children
      .flatMap(parted)
      .map(unaligned)
      .map((child) => inBlock(inTable(child, parent)))
    node.children = children
    for (const child of children) if (isData(child)) waiting.push(child)
  }
  return { ...value, root }
}
