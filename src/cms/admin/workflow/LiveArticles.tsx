// Lists the live articles that show an FAQ item or a Read Also link, which publishing a change of it would change.
'use client'
import Link from 'next/link'
import type { Workflow } from '../ui/contract'
import { countWords } from '../../wording/workflow'

/** More are counted, and found under "Used in". */
const SHOWN = 5

export function LiveArticles({ usedIn }: Pick<Workflow, 'usedIn'>) {
  const { total, articles } = usedIn
  if (total === 0) return null
  return (
    <>
      <h3>Publishing it changes {countWords('articles', total)}</h3>
      <ul>
        {articles.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id}>
            <Link href={`/admin/collections/articles/${id}`}>{title}</Link>
          </li>
        ))}
        {total > SHOWN && <li>and {total - SHOWN} more, under “Used in”</li>}
      </ul>
    </>
  )
}
