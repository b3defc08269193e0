// Serves /about: the page that an editor wrote, or one made from the settings.
import { renderAboutPage } from '@/site/about/AboutPage'
import { answerAt } from '@/site/addresses'
import { page } from '@/site/page'

export const GET = (request: Request) =>
  page(request, async (props) => (await answerAt(request, props)) ?? renderAboutPage(props))
