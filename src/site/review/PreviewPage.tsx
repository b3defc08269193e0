// Renders an editor's private preview of an article: its script reloads the page when something was saved.
import type { ReactNode } from 'react'
import { previewScriptPath } from '@/domain/addresses/paths'
import { renderArticlePage, type ArticlePageProps } from '@/site/articles/ArticlePage'

const PreviewNotice = (): ReactNode => (
  <aside className="preview-notice" aria-label="Preview">
    <p>
      Preview of the working version. Readers do not see this page.
      <script src={previewScriptPath} defer />
    </p>
  </aside>
)

export const renderPreviewPage = (props: ArticlePageProps): Promise<string> =>
  renderArticlePage({ ...props, notice: <PreviewNotice /> })
