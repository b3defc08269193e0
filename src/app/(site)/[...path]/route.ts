// Every article, at its path.
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findArticle } from '@/site/articles/queries'
import { page } from '@/site/page'

export const GET = (request: Request) =>
  page(request, async (props) => {
    const article = await findArticle(new URL(request.url).pathname)
    if (!article) return undefined
    const html = await renderArticlePage({ ...props, article })
    return { html, robots: article.index ? undefined : 'noindex' }
  })
