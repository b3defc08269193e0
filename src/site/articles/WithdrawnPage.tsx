// Renders an article that was withdrawn and is still shown for reference, under a notice that says so.
import type { ReactNode } from 'react'
import { renderArticlePage, type ArticlePageProps } from './ArticlePage'

const WithdrawnNotice = (): ReactNode => (
  <aside className="withdrawn-notice" aria-label="Withdrawn">
    <p>This article has been withdrawn. It is kept for reference and is no longer up to date.</p>
  </aside>
)

export const renderWithdrawnPage = (props: ArticlePageProps): Promise<string> =>
  renderArticlePage({ ...props, notice: <WithdrawnNotice /> })
