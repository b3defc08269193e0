// Serves /, the home page.
import { listHomeArticles } from '@/site/lists/home/queries'
import { renderHomePage } from '@/site/lists/home/HomePage'
import { answerPage } from '@/site/page/answerPage'
import { listCategories } from '@/site/lists/terms/queries'

export const GET = (request: Request) =>
  answerPage(request, async (props) => {
    const [articles, categories] = await Promise.all([listHomeArticles(), listCategories()])
    return renderHomePage({ ...props, articles, categories })
  })
