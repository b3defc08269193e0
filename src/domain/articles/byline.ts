// Lists the names in an article's byline.
import type { Article, Site } from './article'

/** The authors' names; the organisation's when the article names no author. */
export const bylineNames = (site: Site, { authors }: Pick<Article, 'authors'>): string[] =>
  authors.length > 0 ? authors.map(({ name }) => name) : [site.organization.name]
