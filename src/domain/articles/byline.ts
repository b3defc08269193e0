// Whose name an article carries.
import type { Article, Site } from './article'

/** The organisation's where nobody is named. */
export const bylineNames = (site: Site, { authors }: Pick<Article, 'authors'>): string[] =>
  authors.length > 0 ? authors.map(({ name }) => name) : [site.organization.name]
