// Serves /, the home page.
import { listHomeArticles } from '@/site/home/queries'
import { renderHomePage } from '@/site/home/HomePage'
import { page } from '@/site/page'
import { listCategories } from '@/site/terms/queries'

export const GET = (request: Request) =>
  page(request, async (props) => {
    const [articles, categories] = await Promise.all([listHomeArticles(), listCategories()])
    return renderHomePage({ ...props, articles, categories })
  })
