// Serves /about: the page that an editor wrote, or one made from the settings.
import { renderAboutPage } from '@/site/pages/AboutPage'
import { answerAt } from '@/site/page/answerAt'
import { page } from '@/site/page/page'

export const GET = (request: Request) =>
  page(request, async (props) => (await answerAt(request, props)) ?? renderAboutPage(props))
