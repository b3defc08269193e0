// Serves /opensearch.xml.
import { openSearch } from '@/site/discovery/texts'
import { page } from '@/site/page/answerPage'

export const GET = (request: Request) => page(request, async ({ site }) => openSearch(site))
