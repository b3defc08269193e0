// Renders what the lists of the site have in common: a head, a long list in parts, and the links from part to part.
import type { ReactNode } from 'react'
import type { Image, Term } from '@/domain/articles/article'
import { pageTrail, type Crumb } from '@/domain/articles/breadcrumbs'
import { pageGraph, type Graph } from '@/domain/jsonLd/graph'
import { pagedPath } from '@/domain/addresses/pageNumber'
import { Breadcrumbs } from '@/site/layout/Breadcrumbs'
import { PageFrame, type PageProps } from '@/site/layout/PageFrame'
import { PageLinks } from '@/site/layout/PageLinks'

interface Props extends PageProps {
  /** The heading; beyond the first part the title says which one it is. */
  name: string
  description?: string
  /** For search engines, where the description is missing. */
  summary?: string
  /** The address of the first part. */
  first: string
  /** The part that is shown, from 1. */
  number: number
  /** Whether an older one follows. */
  more: boolean
  /** How the links to the parts are called. */
  words?: { before: string; after: string }
  /** An empty list is not for search engines. */
  empty?: boolean
  /** For those who share the page. */
  image?: Image
  /** The category that is listed. */
  term?: Term
  /** Between the heading and the list; the description in larger letters when left out. */
  head?: ReactNode
  /** For a page that is more than a collection. */
  graph?: (path: string, trail: Crumb[]) => Graph
  children: ReactNode
}

export function ListPage(props: Props): ReactNode {
  const { site, stylesheet, name, description, first, number, more, empty, image, term } = props
  const path = pagedPath(first, number)
  const title = number === 1 ? name : `${name}, page ${number}`
  const trail = pageTrail(title, path)
  const page = { type: 'CollectionPage', path, name: title, description } as const
  return (
    <PageFrame
      site={site}
      stylesheet={stylesheet}
      title={title}
      description={description || props.summary}
      path={path}
      index={!empty}
      image={image}
      term={term}
      graph={props.graph?.(path, trail) ?? pageGraph(site, page, trail)}
    >
      <Breadcrumbs trail={trail} />
      {props.head ?? (
        <>
          <h1>{name}</h1>
          {description && <p className="standfirst">{description}</p>}
        </>
      )}
      {props.children}
      <PageLinks path={first} number={number} more={more} words={props.words} />
    </PageFrame>
  )
}
