// Serves /about: the page that an editor wrote, or one made from the settings.
import { renderAboutPage } from '@/site/pages/AboutPage'
import { answerAt } from '@/site/page/renderAtPath'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  page(request, async (props) => (await answerAt(request, props)) ?? renderAboutPage(props))
