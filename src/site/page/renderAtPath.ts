// Answers an address of the site's own choosing: with an article, also as Markdown, a page, or the key of IndexNow.
import { wantsMarkdown } from '@/domain/http/accept'
import type { Article } from '@/domain/articles/article'
import { indexNowKeyPath } from '@/domain/discovery/indexNow'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import { absoluteUrl, markdownPath } from '@/domain/addresses/paths'
import { renderArticlePage } from '@/site/articles/ArticlePage'
import { findLinkedFrom } from '@/site/articles/linkedFrom'
import { findArticle } from '@/site/articles/queries'
import type { PageProps } from '@/site/layout/PageFrame'
import { findPage } from '@/site/pages/queries'
import { renderWrittenPage } from '@/site/pages/WrittenPage'
import type { HtmlPage } from '@/site/page/respond'
import { findIndexNowKey } from '@/site/settings/queries'

type Rendered = Promise<Partial<HtmlPage> | undefined>

/** The same address answers with HTML or Markdown, whichever a request would rather have. */
const BY_ACCEPT = { Vary: 'Accept' }

const robotsOf = ({ index }: { index: boolean }) => (index ? undefined : 'noindex')

const renderMarkdown = ({ site }: PageProps, article: Article): Partial<HtmlPage> => ({
  type: 'text/markdown; charset=utf-8',
  html: articleMarkdown(site, article),
  robots: robotsOf(article),
  headers: { ...BY_ACCEPT, Link: `<${absoluteUrl(site.url, article.path)}>; rel="canonical"` },
})

async function renderArticleAt(path: string, props: PageProps, accept: string | null): Rendered {
  const article = await findArticle(path)
  if (!article) return undefined
  if (wantsMarkdown(accept)) return renderMarkdown(props, article)
  const linkedFrom = await findLinkedFrom(article.id)
  const html = await renderArticlePage({ ...props, article, linkedFrom })
  return { html, robots: robotsOf(article), headers: BY_ACCEPT }
}

async function renderPageAt(path: string, props: PageProps): Rendered {
  const page = await findPage(path)
  return page && { html: await renderWrittenPage({ ...props, page }), robots: robotsOf(page) }
}

async function renderMarkdownAt(path: string, props: PageProps): Rendered {
  const article = await findArticle(path)
  return article && renderMarkdown(props, article)
}

async function renderKeyAt(path: string): Rendered {
  const key = await findIndexNowKey()
  return key !== null && path === indexNowKeyPath(key)
    ? { type: 'text/plain; charset=utf-8', html: key }
    : undefined
}

const MARKDOWN = markdownPath('')

export async function renderAtPath(request: Request, props: PageProps): Rendered {
  const path = new URL(request.url).pathname
  if (path.endsWith(MARKDOWN)) return renderMarkdownAt(path.slice(0, -MARKDOWN.length), props)
  if (path.endsWith('.txt')) return renderKeyAt(path)
  const accept = request.headers.get('Accept')
  return (await renderArticleAt(path, props, accept)) ?? renderPageAt(path, props)
}
