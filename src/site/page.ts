// From a request to a page: the one address, the page or a redirect or "not found", and an answer when all else fails.
import type { ArticleSummary } from '@/domain/article'
import { normalizePath, stylesheetPath } from '@/domain/paths'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { listArticles } from '@/site/articles/queries'
import { renderErrorPage } from '@/site/errors/ErrorPage'
import { renderNotFoundPage } from '@/site/errors/NotFoundPage'
import type { PageProps } from '@/site/layout/PageFrame'
import { findRedirect } from '@/site/redirects/queries'
import { htmlResponse, type HtmlPage } from '@/site/respond'
import { findSite } from '@/site/settings/queries'
import { siteStylesheet } from '@/site/styles/stylesheet'
import { findWithdrawal } from '@/site/withdrawals/queries'

/** Finds and renders a page; undefined when there is none. */
export type RenderPage = (props: PageProps) => Promise<Partial<HtmlPage> | string | undefined>

const RETRY_SECONDS = 10
const stylesheet = () => stylesheetPath(siteStylesheet().hash)

/** Answers a reader's request. A variant of an address leads to the address itself with 308. */
export async function page(request: Request, render: RenderPage): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const path = normalizePath(pathname)
  if (path !== pathname) return redirect(308, path + search)
  try {
    const props = { site: await findSite(), stylesheet: stylesheet() }
    const found = await render(props)
    if (found === undefined) return await notFound(request, path, props)
    const { url: origin } = props.site
    const parts = typeof found === 'string' ? { html: found } : found
    return htmlResponse(request, { status: 200, html: '', origin, ...parts })
  } catch (error) {
    console.error(error)
    const html = await renderErrorPage({ siteName: 'Backstory', stylesheet: stylesheet() })
    const response = htmlResponse(request, { status: 503, html, robots: 'noindex' })
    response.headers.set('Retry-After', String(RETRY_SECONDS))
    return response
  }
}

const GONE = { status: 410 } as const

const redirect = (status: 301 | 308, location: string): Response =>
  new Response(null, { status, headers: { Location: location } })

async function notFound(request: Request, path: string, props: PageProps): Promise<Response> {
  const withdrawal = await findWithdrawal(path)
  if (withdrawal?.reason === 'moved') return redirect(301, withdrawal.to)
  if (withdrawal?.reason === 'notice') {
    const { article } = withdrawal
    const html = await renderArticlePage({ ...props, article, withdrawn: true })
    return htmlResponse(request, { status: 200, html, robots: 'noindex', origin: props.site.url })
  }
  const moved = withdrawal ? GONE : await findRedirect(path)
  if (moved && moved.status !== 410) return redirect(moved.status, moved.to)
  const articles: ArticleSummary[] = await listArticles({}, 5)
  const reason = moved ? 'withdrawn' : 'unknown'
  return htmlResponse(request, {
    status: moved ? 410 : 404,
    html: await renderNotFoundPage({ ...props, reason, articles }),
    robots: 'noindex',
    origin: props.site.url,
  })
}
