// Renders a quote that stands out of the text, with who said it.
import type { ReactNode } from 'react'
import { safeUrl } from '@/domain/text/links'

interface Props {
  quote: string
  source: string
  url: string
}

export function PullQuote({ quote, source, url }: Props): ReactNode {
  const href = safeUrl(url)
  return (
    <figure className="pull-quote">
      <blockquote>
        {quote.split(/\n+/).map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </blockquote>
      {source && <figcaption>{href ? <a href={href}>{source}</a> : source}</figcaption>}
    </figure>
  )
}
