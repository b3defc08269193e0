// Renders a notice: a box whose kind is said in words.
import type { ReactNode } from 'react'
import type { HeadingAnchor } from '@/domain/articles/headings'

interface Props {
  kind: string
  heading: HeadingAnchor
  children: ReactNode
}

export function Notice({ kind, heading, children }: Props): ReactNode {
  const Heading = `h${heading.level}` as const
  return (
    // Several asides would be several landmarks; a note is none.
    <aside className={`notice ${kind}`} role="note" aria-labelledby={heading.anchor}>
      <Heading id={heading.anchor}>{heading.text}</Heading>
      {children}
    </aside>
  )
}
