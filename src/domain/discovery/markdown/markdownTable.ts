// Turns a table into one of GFM: its first row heads the columns, and a cell is one line.
import type { PhrasingContent, RootContent } from 'mdast'
import { HEADER_OF, type Alignment, type TableCellNode, type TableNode } from '../../text/richText'
import { textNode, toParagraph } from './phrasing'

type Row = Extract<RootContent, { type: 'table' }>['children'][number]
type Align = 'left' | 'center' | 'right' | null

const ALIGN: Record<Alignment, Align> = {
  '': null,
  left: null,
  start: null,
  center: 'center',
  right: 'right',
  end: 'right',
}

/** A cell that takes up several columns is followed by empty ones. */
const toRow = (
  cells: readonly TableCellNode[],
  toLine: (cell: TableCellNode) => PhrasingContent[],
): Row => ({
  type: 'tableRow',
  children: cells.flatMap((cell) => [
    { type: 'tableCell', children: toLine(cell) },
    ...Array.from({ length: (cell.colSpan ?? 1) - 1 }, () => ({
      type: 'tableCell' as const,
      children: [],
    })),
  ]),
})

/** @param toLine the words of a cell, without line breaks */
export function toMarkdownTable(
  { $, children }: TableNode,
  toLine: (cell: TableCellNode) => PhrasingContent[],
): RootContent[] {
  const rows = children.map((row) => toRow(row.children, toLine))
  const width = Math.max(0, ...rows.map((row) => row.children.length))
  if (width === 0) return []
  const hasHead = children[0]?.children.every((cell) => cell.headerState & HEADER_OF.column)
  const head = hasHead ? [] : [toRow([], toLine)]
  const aligned = children.find((row) => row.children.length === width) ?? children[0]
  const align = (aligned?.children ?? []).map((cell) => ALIGN[cell.format ?? ''])
  return [
    ...($?.caption ? toParagraph([{ type: 'strong', children: [textNode($.caption)] }]) : []),
    { type: 'table', align, children: [...head, ...rows] },
  ]
}
