// Serves /search?q=words. Its answers are never stored and never listed.
import { searchWords } from '@/domain/discovery/search'
import { answerPage } from '@/site/page/answerPage'
import { searchSite } from '@/site/search/queries'
import { renderSearchPage } from '@/site/search/SearchPage'

export const GET = (request: Request) =>
  answerPage(
    request,
    async (props, number) => {
      const words = searchWords(new URL(request.url).searchParams.get('q'))
      const found = await searchSite(words, number)
      if (!found) return undefined
      const html = await renderSearchPage({ ...props, words, ...found })
      return { html, robots: 'noindex', cache: 'private, no-store' }
    },
    { paged: true, stored: false },
  )
