// Renders the links to other forms of a page and of the site, for programs that look for them.
import type { ReactNode } from 'react'
import type { Article, Term, Site } from '@/domain/articles/article'
import { categoryPath, feedPath, markdownPath } from '@/domain/addresses/paths'
import { FEED_TYPES } from '@/domain/discovery/feedTypes'

interface Props {
  site: Site
  article?: Article
  term?: Term
}

const feedLinks = (title: string, path?: string): ReactNode =>
  Object.entries(FEED_TYPES).map(([name, type]) => (
    <link key={name} rel="alternate" type={type} title={title} href={feedPath(name, path)} />
  ))

export const Alternates = ({ site, article, term }: Props): ReactNode => (
  <>
    {feedLinks(site.name)}
    {term && feedLinks(`${term.name} – ${site.name}`, categoryPath(term.slug))}
    {article && <link rel="alternate" type="text/markdown" href={markdownPath(article.path)} />}
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title={site.name}
      href="/opensearch.xml"
    />
  </>
)
