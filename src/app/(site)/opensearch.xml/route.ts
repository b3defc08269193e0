// Serves /opensearch.xml.
import { openSearch } from '@/site/engines/texts'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, async ({ site }) => openSearch(site))
