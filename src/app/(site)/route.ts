// /
import { listArticles } from '@/site/lists/queries'
import { renderHomePage } from '@/site/home/HomePage'
import { page } from '@/site/page'
import { listCategories } from '@/site/shelves/queries'

export const GET = (request: Request) =>
  page(request, async (props) => {
    const [articles, categories] = await Promise.all([listArticles(), listCategories()])
    return renderHomePage({ ...props, articles, categories })
  })
