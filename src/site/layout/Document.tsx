// The document around every page: `<html>`, `<head>` and what other programs read there.
import type { ReactNode } from 'react'
import type { Graph } from '@/domain/jsonLd/graph'
import { JsonLd } from '@/site/seo/JsonLd'

/** A coloured dot: the favourite icon without a request. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="#0a5c57"/></svg>',
)}`

interface Props {
  language: string
  title: string
  description?: string
  /** Absolute; absent when the page has no address of its own, as an error has none. */
  canonical?: string
  /** False keeps the page out of search engines. */
  index: boolean
  /** Path of the stylesheet; without one the page is plain but whole. */
  stylesheet?: string
  /** Further tags of the head. */
  head?: ReactNode
  graph?: Graph
  children: ReactNode
}

export function Document(props: Props): ReactNode {
  const { language, title, description, canonical, index, stylesheet, head, graph } = props
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {canonical && <link rel="canonical" href={canonical} />}
        <meta
          name="robots"
          content={index ? 'index, follow, max-image-preview:large' : 'noindex, follow'}
        />
        <meta name="color-scheme" content="light dark" />
        {stylesheet && <link rel="stylesheet" href={stylesheet} />}
        <link rel="icon" href={ICON} />
        {head}
        {graph && <JsonLd graph={graph} />}
      </head>
      <body>{props.children}</body>
    </html>
  )
}
