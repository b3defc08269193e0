// One Read Also link: a quiet line between paragraphs. The label stays outside the link, whose text is the title.
import type { ReactNode } from 'react'
import type { ReadAlsoLink } from '@/domain/article'
import { readAlsoHref, readAlsoRel } from '@/domain/readAlso'

export function ReadAlso({ link }: { link: ReadAlsoLink }): ReactNode {
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
