// Renders one Read Also link: a quiet line between paragraphs. The label stays outside the link, whose text is the title.
import type { ReactNode } from 'react'
import type { Away, ReadAlsoLink } from '@/domain/articles/article'
import { readAlsoHref, readAlsoRel } from '@/domain/articles/links/readAlso'

const WHY: Record<Away, string> = {
  notLive: 'it is not live: readers do not see this line yet',
  inTrash: 'it lies in the trash: readers do not see this line',
}

/** In a preview: the place of a link whose target readers do not get. It comes back by itself with the target. */
const AwayLink = ({ title, away }: { title: string; away: Away }): ReactNode => (
  <aside className="read-also away" role="note">
    <p>
      <span className="label">Read also:</span> {title} ({WHY[away]})
    </p>
  </aside>
)

export function ReadAlso({ link }: { link: ReadAlsoLink }): ReactNode {
  if (link.kind === 'internal' && link.away) return <AwayLink away={link.away} title={link.title} />
  const href = readAlsoHref(link)
  if (!href) return null
  const isPaid = link.kind === 'external' && link.relation === 'paid'
  const publisher = link.kind === 'external' && link.publisher
  return (
    // Several asides without names would be several equal landmarks; a note is none.
    <aside className="read-also" role="note">
      <p>
        <span className="label">{isPaid ? 'Read also (sponsored):' : 'Read also:'}</span>{' '}
        <a href={href} rel={readAlsoRel(link)}>
          {link.title}
        </a>
        {publisher && <span className="publisher">, {publisher}</span>}
      </p>
    </aside>
  )
}
