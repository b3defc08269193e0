// Renders the document around every page: `<html>`, `<head>` and what other programs read there.
import type { ReactNode } from 'react'
import type { ImageFile } from '@/domain/articles/article'
import type { Graph } from '@/domain/jsonLd/graph'
import { ICON_SIZE, iconPaths } from '@/site/assets/icon'
import { JsonLd } from '@/site/layout/JsonLd'

interface Props {
  language: string
  title: string
  description?: string
  /** By name, in the order of the byline. */
  authors?: readonly string[]
  /** Absolute; absent when the page has no address of its own, as an error has none. */
  canonical?: string
  /** False tells search engines not to list the page. */
  index: boolean
  /** Path of the stylesheet; without one the page is plain but whole. */
  stylesheet?: string
  /** Instead of the site's own icon. */
  icon?: ImageFile
  /** Further tags of the head. */
  head?: ReactNode
  graph?: Graph
  children: ReactNode
}

const iconSizes = (size: number): string => `${size}x${size}`

const Icons = ({ icon }: { icon: ImageFile | undefined }): ReactNode =>
  icon ? (
    <link rel="icon" sizes={iconSizes(icon.width)} href={icon.url} />
  ) : (
    <>
      <link rel="icon" type="image/png" sizes={iconSizes(ICON_SIZE)} href={iconPaths.png} />
      <link rel="icon" type="image/svg+xml" sizes="any" href={iconPaths.svg} />
    </>
  )

export function Document(props: Props): ReactNode {
  const { language, title, description, canonical, index, stylesheet, icon, head, graph } = props
  const { authors = [] } = props
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        {authors.length > 0 && <meta name="author" content={authors.join(', ')} />}
        {canonical && <link rel="canonical" href={canonical} />}
        <meta
          name="robots"
          content={index ? 'index, follow, max-image-preview:large' : 'noindex, follow'}
        />
        <meta name="color-scheme" content="light dark" />
        {stylesheet && <link rel="stylesheet" href={stylesheet} />}
        <Icons icon={icon} />
        {head}
        {graph && <JsonLd graph={graph} />}
      </head>
      <body>{props.children}</body>
    </html>
  )
}
