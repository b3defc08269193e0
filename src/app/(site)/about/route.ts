// Serves /about: the page that an editor wrote, or one made from the settings.
import { renderAboutPage } from '@/site/pages/AboutPage'
import { renderAtPath } from '@/site/page/renderAtPath'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  answerPage(
    request,
    async (props) => (await renderAtPath(request, props)) ?? renderAboutPage(props),
  )
