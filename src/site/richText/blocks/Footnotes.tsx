// Renders the signs of footnotes in the text, and their texts below it.
import type { ReactNode } from 'react'
import { footnoteId, footnoteSignId } from '@/domain/articles/footnotes'

export const FootnoteSign = ({ number }: { number: number }): ReactNode => (
  <sup className="note-sign">
    <a id={footnoteSignId(number)} href={`#${footnoteId(number)}`} aria-label={`Note ${number}`}>
      {number}
    </a>
  </sup>
)

interface Props {
  id: string
  notes: readonly { number: number; text: ReactNode }[]
}

export function Footnotes({ id, notes }: Props): ReactNode {
  if (notes.length === 0) return null
  return (
    <section className="notes" aria-labelledby={id}>
      <h2 id={id}>Notes</h2>
      <ol>
        {notes.map(({ number, text }) => (
          <li key={number} id={footnoteId(number)}>
            {text}
            <a
              href={`#${footnoteSignId(number)}`}
              aria-label={`Back to the text from note ${number}`}
            >
              Back
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
