// Chooses the sentence that search engines and shared links show for an article.
import type { Article } from './article'
import { visibleText } from '../text/visibleText'

export const metaDescription = ({
  seoDescription,
  summary,
}: Pick<Article, 'seoDescription' | 'summary'>): string => visibleText(seoDescription) || summary
