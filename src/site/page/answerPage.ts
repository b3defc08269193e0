// Answers a request with a page: the one address, the page or a redirect or "not found", and a last answer when all else fails.
import type { ArticleSummary } from '@/domain/articles/article'
import { inHeader } from '@/domain/cacheTags/cacheTags'
import { pageNumber, withoutFirstPage } from '@/domain/addresses/pageNumber'
import { normalizePath, stylesheetPath } from '@/domain/addresses/paths'
import { renderWithdrawnPage } from '@/site/articles/WithdrawnPage'
import { listArticles } from '@/site/lists/queries'
import { renderErrorPage } from '@/site/page/ErrorPage'
import { renderNotFoundPage } from '@/site/page/NotFoundPage'
import type { PageProps } from '@/site/layout/PageFrame'
import { doNotStore } from '@/site/data/reading'
import { oldAddress, OLD_ADDRESS } from '@/domain/addresses/redirectFrom'
import { findRedirect } from '@/site/addresses/redirects'
import { htmlResponse, type HtmlPage } from '@/site/page/respond'
import { findSite } from '@/site/settings/queries'
import { readSnapshot } from '@/site/data/snapshot'
import { siteStylesheet } from '@/site/assets/stylesheet'
import { findWithdrawal } from '@/site/articles/withdrawal'

/** Finds and renders a page; undefined when there is none, `gone` when there was one. `number` is the part of a list that is asked for, from 1. */
export type RenderPage = (
  props: PageProps,
  number: number,
) => Promise<Partial<HtmlPage> | { movedTo: string } | { gone: true } | string | undefined>

interface Options {
  /** False where the address alone does not say what is shown: a signed preview, a search. Default true. */
  stored?: boolean
  /** True where `?page=2` continues a list; elsewhere it redirects to the address itself. */
  paged?: boolean
}

const RETRY_SECONDS = 10
const PRIVATE = 'private, no-store'
const presentStylesheetPath = () => stylesheetPath(siteStylesheet().hash)

/**
 * Answers a reader's request from one snapshot of the site. A variant of an address redirects to the address itself
 * with 308.
 *
 * `Backstory-Facts` names the tags that the answer was built from and `Backstory-Revision` the revision of the site
 * that it shows: the page server may give it out until one of these tags has a later revision (domain/cacheTags). An
 * answer without them is for this request alone.
 */
export async function answerPage(
  request: Request,
  render: RenderPage,
  { stored = true, paged = false }: Options = {},
): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url)
  const path = normalizePath(pathname)
  if (path !== pathname) return redirectResponse(308, path + withoutFirstPage(search))
  const asksForOld = stored && request.headers.has(OLD_ADDRESS)
  const number = asksForOld ? 1 : pageNumber(searchParams)
  if (number === 'bare' || (number !== 1 && !paged))
    return redirectResponse(308, withoutPage(request.url))
  try {
    const { result, reading } = await readSnapshot(async () => {
      if (!stored) doNotStore()
      const old = asksForOld ? oldAddress(path, search) : undefined
      const found = await (old
        ? answerOldAddress(request, old)
        : answerPath(request, path, render, number))
      // Such an answer depends on more than the address: a date, a secret.
      if (!stored && found.status >= 400) found.headers.set('Cache-Control', PRIVATE)
      return found
    }, stored)
    if (reading.storable) {
      result.headers.set('Backstory-Facts', inHeader(reading.tags).join(','))
      result.headers.set('Backstory-Revision', reading.revision)
    }
    return result
  } catch (error) {
    console.error(error)
    const html = await renderErrorPage({
      siteName: 'Backstory',
      stylesheet: presentStylesheetPath(),
    })
    const response = htmlResponse(request, { status: 503, html, robots: 'noindex' })
    response.headers.set('Retry-After', String(RETRY_SECONDS))
    return response
  }
}

async function answerPath(
  request: Request,
  path: string,
  render: RenderPage,
  number: number | undefined,
): Promise<Response> {
  const props = { site: await findSite(), stylesheet: presentStylesheetPath() }
  const found = number === undefined ? undefined : await render(props, number)
  if (found === undefined) return answerNotFound(request, path, props)
  if (typeof found === 'object' && 'movedTo' in found) return redirectResponse(308, found.movedTo)
  const { url: origin } = props.site
  if (typeof found === 'object' && 'gone' in found)
    return notFoundResponse(request, props, GONE.status)
  const parts = typeof found === 'string' ? { html: found } : found
  return htmlResponse(request, { status: 200, html: '', origin, ...parts })
}

const GONE = { status: 410 } as const

const redirectResponse = (status: 301 | 308, location: string): Response =>
  new Response(null, { status, headers: { Location: location } })

function withoutPage(url: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('page')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** Answers an old address with a query by its redirect; 404 where it has none, and then the page at its path answers. */
async function answerOldAddress(request: Request, old: string): Promise<Response> {
  const moved = await findRedirect(old)
  if (!moved) return new Response(null, { status: 404 })
  if (moved.status !== 410) return redirectResponse(moved.status, moved.to)
  return answerNotFound(request, old, {
    site: await findSite(),
    stylesheet: presentStylesheetPath(),
  })
}

async function answerNotFound(request: Request, path: string, props: PageProps): Promise<Response> {
  // The Markdown of an article goes with the article; an old address may have ended like one.
  const article = path.replace(/\.md$/, '')
  const withdrawal = await findWithdrawal(article)
  if (withdrawal?.reason === 'moved') return redirectResponse(301, withdrawal.to)
  if (withdrawal?.reason === 'notice') {
    const html = await renderWithdrawnPage({ ...props, article: withdrawal.article })
    return htmlResponse(request, { status: 200, html, robots: 'noindex', origin: props.site.url })
  }
  const moved = withdrawal
    ? GONE
    : ((await findRedirect(path)) ?? (article === path ? undefined : await findRedirect(article)))
  if (moved && moved.status !== 410) return redirectResponse(moved.status, moved.to)
  return notFoundResponse(request, props, moved ? GONE.status : 404)
}

async function notFoundResponse(
  request: Request,
  props: PageProps,
  status: 404 | 410,
): Promise<Response> {
  const articles: ArticleSummary[] = await listArticles({}, { limit: 5 })
  const reason = status === GONE.status ? 'withdrawn' : 'unknown'
  return htmlResponse(request, {
    status,
    html: await renderNotFoundPage({ ...props, reason, articles }),
    robots: 'noindex',
    origin: props.site.url,
  })
}
