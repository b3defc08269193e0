// Renders what every page of the site has round its own content.
import type { ReactNode } from 'react'
import type { Article, Image, Term, Site } from '@/domain/articles/article'
import type { Graph } from '@/domain/jsonLd/graph'
import { bylineNames } from '@/domain/articles/byline'
import { iconOf } from '@/domain/discovery/icon'
import { absoluteUrl } from '@/domain/addresses/paths'
import { Alternates } from './Alternates'
import { Document } from './Document'
import { SiteFooter } from './SiteFooter'
import { SiteHeader } from './SiteHeader'
import { SocialTags } from './SocialTags'

/** What every page is given. */
export interface PageProps {
  site: Site
  /** Path of the stylesheet. */
  stylesheet: string
}

interface Props extends PageProps {
  /** The title without the site's name. */
  title: string
  /** For the browser's tab and search results, when they differ from the title. */
  documentTitle?: string
  description?: string
  /** Absent when the page has no address of its own. */
  path?: string
  index?: boolean
  /** Said on top of a page that is not as every reader gets it; search engines leave such a page out. */
  notice?: ReactNode
  image?: Image
  article?: Article
  /** The category that the page lists, which has feeds of its own. */
  term?: Term
  graph?: Graph
  children: ReactNode
}

export function PageFrame(props: Props): ReactNode {
  const { site, stylesheet, title, description, path, index = true, image, article } = props
  return (
    <Document
      language={site.language}
      title={props.documentTitle ?? `${title} – ${site.name}`}
      description={description}
      authors={article && bylineNames(site, article)}
      canonical={path && absoluteUrl(site.url, path)}
      index={index && !props.notice}
      stylesheet={stylesheet}
      icon={iconOf(site.organization.logo)}
      graph={props.graph}
      head={
        path && (
          <>
            <Alternates site={site} article={article} term={props.term} />
            <SocialTags
              site={site}
              title={title}
              description={description}
              path={path}
              image={image}
              article={article}
            />
          </>
        )
      }
    >
      <a className="skip" href="#content">
        Skip to content
      </a>
      {props.notice}
      <SiteHeader site={site} path={path} />
      <main id="content">{props.children}</main>
      <SiteFooter site={site} path={path} />
    </Document>
  )
}
