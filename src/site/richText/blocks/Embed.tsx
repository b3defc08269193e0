// Renders what is played on another site as a picture and a link: nothing is loaded from there before the reader follows it.
import type { ReactNode } from 'react'
import type { Image } from '@/domain/articles/article'
import { EMBED_KINDS } from '@/domain/blocks/blocks'
import { safeUrl } from '@/domain/text/links'
import { Picture } from '@/site/media/Picture'

interface Props {
  kind: keyof typeof EMBED_KINDS
  title: string
  url: string
  duration: string
  poster: Image | undefined
  transcript: ReactNode
}

const hostOf = (href: string): string =>
  /^https?:/.test(href) ? new URL(href).hostname.replace(/^www\./, '') : ''

export function Embed({ kind, title, url, duration, poster, transcript }: Props): ReactNode {
  const href = safeUrl(url)
  if (!href) return null
  const facts = [duration, hostOf(href)].filter(Boolean).join(', ')
  return (
    <figure className="embed">
      <a href={href}>
        {/* The link says what it shows. */}
        {poster && (
          <Picture image={{ ...poster, alt: '' }} widths="(min-width: 44rem) 40rem, 100vw" />
        )}
        <span className="label">{EMBED_KINDS[kind]}:</span> {title}
        {facts && ` (${facts})`}
      </a>
      {transcript && (
        <details>
          <summary>Transcript</summary>
          {transcript}
        </details>
      )}
    </figure>
  )
}
