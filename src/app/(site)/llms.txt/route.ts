// Serves /llms.txt.
import { llms } from '@/site/engines/texts'
import { page } from '@/site/page'

export const GET = (request: Request) => page(request, ({ site }) => llms(site))
