// Renders the corrections of an article: what was wrong and has been put right, said in the open.
import type { ReactNode } from 'react'
import type { Correction, Site } from '@/domain/articles/article'
import { DateTime } from '@/site/layout/DateTime'
import { PAGE_IDS } from '@/site/richText/bodyScope'

interface Props {
  corrections: readonly Correction[]
  site: Site
}

export function Corrections({ corrections, site }: Props): ReactNode {
  if (corrections.length === 0) return null
  return (
    <section className="corrections" aria-labelledby={PAGE_IDS.corrections}>
      <h2 id={PAGE_IDS.corrections}>Corrections</h2>
      <ul>
        {corrections.map(({ date, text }, index) => (
          <li key={index}>
            <DateTime value={date} site={site} />: {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
