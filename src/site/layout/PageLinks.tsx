// Renders the links to the newer and the older part of a long list.
import type { ReactNode } from 'react'
import { pagedPath } from '@/domain/addresses/pageNumber'

interface Props {
  /** The address of the first part. */
  path: string
  /** The part that is shown, from 1. */
  number: number
  /** Whether an older one follows. */
  more: boolean
  words?: { before: string; after: string }
}

const ARTICLES = { before: 'Newer articles', after: 'Older articles' }

export function PageLinks({ path, number, more, words = ARTICLES }: Props): ReactNode {
  if (number === 1 && !more) return null
  return (
    <nav className="page-links" aria-label="Pages">
      {number > 1 && (
        <a href={pagedPath(path, number - 1)} rel="prev">
          {words.before}
        </a>
      )}
      <span>Page {number}</span>
      {more && (
        <a href={pagedPath(path, number + 1)} rel="next">
          {words.after}
        </a>
      )}
    </nav>
  )
}
