// Renders the sources that an article rests on.
import type { ReactNode } from 'react'
import type { Source, Site } from '@/domain/articles/article'
import { safeUrl } from '@/domain/text/links'
import { DateTime } from '@/site/layout/DateTime'

interface Props {
  /** The heading's id. */
  id: string
  sources: readonly Source[]
  site: Site
}

export function Sources({ id, sources, site }: Props): ReactNode {
  if (sources.length === 0) return null
  return (
    <section className="sources" aria-labelledby={id}>
      <h2 id={id}>Sources</h2>
      <ol>
        {sources.map((source, index) => (
          <li key={index}>
            <Entry source={source} site={site} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A title may bring its own full stop. */
const endOfTitle = (words: string): string => (/[.?!…]$/.test(words) ? '' : '.')

function Entry({ source, site }: { source: Source; site: Site }): ReactNode {
  const { title, publisher, year, url, accessed } = source
  const href = url ? safeUrl(url) : null
  const published = [publisher, year].filter(Boolean).join(', ')
  return (
    <>
      <cite>{href ? <a href={href}>{title}</a> : title}</cite>
      {endOfTitle(title)}
      {published && ` ${published}${endOfTitle(published)}`}
      {accessed && (
        <>
          {' '}
          Read on <DateTime value={accessed} site={site} />.
        </>
      )}
    </>
  )
}
