// Answers with a feed: the newest articles of the site or of a category, with their texts.
import type { Article, Term, Site } from '@/domain/articles/article'
import { categoryPath, feedPath, homePath } from '@/domain/addresses/paths'
import { FEED_TYPES, type FeedName } from '@/domain/discovery/feedTypes'
import { listWholeArticles } from '@/site/articles/queries'
import { articleScope } from '@/site/articles/articleScope'
import { renderMarkup } from '@/site/layout/render'
import type { HtmlPage } from '@/site/page/respond'
import { BodyText } from '@/site/richText/BodyText'
import { writeFeed } from './feeds'

/** Enough for a program that looks once a week, little enough for one that looks every hour. */
const FEED_LENGTH = 20

/** Addresses in attributes become whole ones: a feed is read away from its site. Text cannot look like an attribute, since its quotation marks are escaped. */
const withAbsoluteAddresses = (html: string, origin: string, path: string): string =>
  html
    .replace(/ (href|src)="\//g, ` $1="${origin}/`)
    .replace(/ href="#/g, ` href="${origin}${path}#`)
    .replace(/ (srcset|sizes|loading|fetchpriority|aria-\w+|role|class)="[^"]*"/gi, '')

async function renderFeedText(site: Site, article: Article): Promise<string> {
  const html = await renderMarkup(<BodyText body={article.body} scope={articleScope(article)} />)
  return withAbsoluteAddresses(html, site.url, article.path)
}

/** @param term the category whose articles are listed; all of them without one */
export async function renderFeed(
  site: Site,
  name: FeedName,
  term?: Term,
): Promise<Partial<HtmlPage>> {
  const articles = await listWholeArticles(term ? { category: term.id } : {}, FEED_LENGTH)
  const items = await Promise.all(
    articles.map(async (article) => ({ ...article, html: await renderFeedText(site, article) })),
  )
  const path = term ? categoryPath(term.slug) : homePath
  const channel = {
    title: term ? `${term.name} – ${site.name}` : site.name,
    description: term?.description ?? site.description,
    path,
  }
  const own = feedPath(name, term && path)
  return {
    type: `${FEED_TYPES[name]}; charset=utf-8`,
    html: writeFeed(name, { site, channel, path: own, items }),
  }
}
