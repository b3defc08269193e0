// Serves /opensearch.xml.
import { renderOpenSearch } from '@/site/discovery/texts'
import { answerPage } from '@/site/page/answerPage'

export const GET = (request: Request) =>
  answerPage(request, async ({ site }) => renderOpenSearch(site))
