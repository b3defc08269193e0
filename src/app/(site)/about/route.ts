// /about, as an editor wrote it, or as the settings say
import { renderAboutPage } from '@/site/about/AboutPage'
import { answerAt } from '@/site/addresses'
import { page } from '@/site/page'

export const GET = (request: Request) =>
  page(request, async (props) => (await answerAt(request, props)) ?? renderAboutPage(props))
