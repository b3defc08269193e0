// Renders a table that scrolls inside of itself where it is wider than the screen.
import type { ReactNode } from 'react'
import { HEADER_OF, type TableCellNode } from '@/domain/text/richText'

interface Props {
  caption: string | undefined
  /** Rows whose cells all head their columns. */
  head: ReactNode
  body: ReactNode
}

export const Table = ({ body, caption, head }: Props): ReactNode => (
  // The keyboard scrolls what has the focus. A group is no landmark, of which a page would have too many.
  <div className="table" role="group" aria-label={caption || 'Table'} tabIndex={0}>
    <table>
      {caption && <caption>{caption}</caption>}
      {head && <thead>{head}</thead>}
      <tbody>{body}</tbody>
    </table>
  </div>
)

const CLASSES: Readonly<Record<string, string>> = { center: 'center', right: 'end', end: 'end' }

export function Cell({ node, children }: { node: TableCellNode; children: ReactNode }): ReactNode {
  const { colSpan = 1, format = '', headerState, rowSpan = 1 } = node
  const attributes = {
    className: CLASSES[format],
    colSpan: colSpan > 1 ? colSpan : undefined,
    rowSpan: rowSpan > 1 ? rowSpan : undefined,
  }
  if (headerState === 0) return <td {...attributes}>{children}</td>
  return (
    <th {...attributes} scope={headerState & HEADER_OF.column ? 'col' : 'row'}>
      {children}
    </th>
  )
}
