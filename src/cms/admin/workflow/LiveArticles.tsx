// The live articles that show an FAQ item or a Read Also link: what publishing a change of it would change.
'use client'
import Link from 'next/link'
import type { Workflow } from './contract'
import { countWords } from './words'

/** More are counted, and found under "Used in". */
const SHOWN = 5

export function LiveArticles({ usedIn }: Pick<Workflow, 'usedIn'>) {
  if (usedIn.length === 0) return null
  return (
    <>
      <h3>Publishing it changes {countWords('articles', usedIn.length)}</h3>
      <ul>
        {usedIn.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id}>
            <Link href={`/admin/collections/articles/${id}`}>{title}</Link>
          </li>
        ))}
        {usedIn.length > SHOWN && <li>and {usedIn.length - SHOWN} more, under “Used in”</li>}
      </ul>
    </>
  )
}
