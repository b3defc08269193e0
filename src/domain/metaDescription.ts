// The sentence search engines and shared links show for an article.
import type { Article } from './article'

export const metaDescription = ({
  seoDescription,
  summary,
}: Pick<Article, 'seoDescription' | 'summary'>): string => seoDescription?.trim() || summary
