// Reads articles as readers get them, and working or withdrawn versions for those who may see them.
import type { Where } from 'payload'
import type { Article, Away } from '@/domain/articles/article'
import { storedDay } from '@/domain/time/day'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { bodyReferences } from '@/domain/articles/links/references'
import type {
  Article as ArticleRow,
  Author,
  FaqItem as FaqItemRow,
  Media,
  ReadAlsoLink as ReadAlsoLinkRow,
} from '@/payload-types'
import { findCurrentUrls, withCurrentUrls } from '@/site/addresses/currentUrls'
import { findArticleIds, type ArticleListOf } from '@/site/data/articleIds'
import { readerClient, rowFinder, type ReaderClient } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import {
  toAuthor,
  byId,
  idOf,
  idsOf,
  toImage,
  latestOf,
  toRichText,
  toTerm,
  LINK,
  NAME,
  type LinkRow,
  type NameRow,
} from '@/site/data/rows'
import { correctionsOf, faqItemOf, readAlsoLinkOf, sourceOf } from './rows'
import { findAway } from '@/site/addresses/linkTargets'

/** The article at an address, complete; undefined when nothing live is there. */
export async function findArticle(path: string): Promise<Article | undefined> {
  const where = { path: { equals: path } }
  return findArticleWhere(where, [tagFor.path(path)], await readerClient())
}

/** The working version of an article, for its private preview. */
export async function findWorkingArticle(id: number): Promise<Article | undefined> {
  return findArticleWhere({ id: { equals: id } }, [], await readerClient('working'))
}

/** The same, with everything that it points at as another client finds it. */
export async function findWorkingArticleAmong(
  id: number,
  around: ReaderClient,
): Promise<Article | undefined> {
  return findArticleWhere({ id: { equals: id } }, [], await readerClient('working'), around)
}

/** The text that was live when the article was withdrawn with a notice; everything that it points at is live. */
export async function findNoticedArticle(id: number): Promise<Article | undefined> {
  const tags = [tagFor.article(id)]
  return findArticleWhere(
    { id: { equals: id } },
    tags,
    await readerClient('noticed'),
    await readerClient(),
  )
}

/** @param around finds everything that the article points at */
async function findArticleWhere(
  where: Where,
  tags: string[],
  client: ReaderClient,
  around = client,
): Promise<Article | undefined> {
  const { docs } = await client.find({ collection: 'articles', where, limit: 1, tags })
  if (!docs[0]) return undefined
  addTag(tagFor.article(docs[0].id))
  return completeArticle(docs[0], around)
}

/** See `tagFor.byline`. */
const BYLINE = { ...NAME, credentials: true, jobTitle: true } as const

/** Follows every reference of an article in two rounds of look-ups, and leaves out what may not be shown. */
async function completeArticle(row: ArticleRow, client: ReaderClient): Promise<Article> {
  const rows = rowFinder(client)
  const [faqRows, linkRows, homes, media, categories, topics] = await Promise.all([
    rows<FaqItemRow>('faq-items', idsOf(row.faqItems), tagFor.faqItem),
    rows<ReadAlsoLinkRow>('read-also-links', idsOf(row.readAlsoLinks), tagFor.readAlsoLink),
    findHomes(idsOf(row.faqItems), client),
    rows<Media>('media', idsOf(row.heroImage, row.images), tagFor.media),
    rows<NameRow>('categories', idsOf(row.category), tagFor.categoryName, NAME),
    rows<NameRow>('topics', idsOf(row.topics), tagFor.topicName, NAME),
  ])
  const [targets, people] = await Promise.all([
    rows<LinkRow>(
      'articles',
      idsOf(
        row.linkedArticles,
        ...linkRows.map((link) => link.article),
        ...faqRows.map((item) => bodyReferences(toRichText('answer', item.answer)).articles),
        [...homes.values()],
      ),
      tagFor.link,
      LINK,
    ),
    rows<Author>(
      'authors',
      idsOf(row.authors, row.reviewer, ...faqRows.map((item) => item.reviewer)),
      tagFor.byline,
      BYLINE,
    ),
  ])
  const answers = faqRows.map((item) => toRichText('answer', item.answer))
  const [body = toRichText('article', null), ...currentAnswers] = await withCurrentUrls([
    toRichText('article', row.body),
    ...answers,
  ])
  const current = await findCurrentUrls(typedUrlsOf(row, linkRows))
  const leadTo = idsOf(...linkRows.map((link) => link.article))
  const away = client.isPreview ? await findAway(leadTo, targets) : new Map<number, Away>()
  const articles = byId(targets)
  const authors = byId(people.map(toAuthor))
  const images = byId(media.map(toImage).filter((picture) => picture !== undefined))
  const person = (reference: ArticleRow['reviewer']) =>
    reference == null ? undefined : authors.get(idOf(reference))

  return {
    id: row.id,
    path: row.path ?? '',
    title: row.title ?? '',
    summary: row.summary ?? '',
    seoTitle: row.seoTitle ?? undefined,
    seoDescription: row.seoDescription ?? undefined,
    index: row.index !== false,
    authors: (row.authors ?? []).map(person).filter((found) => found !== undefined),
    reviewer: person(row.reviewer),
    lastReviewed: row.lastReviewed ? storedDay(row.lastReviewed) : undefined,
    nextReview: row.nextReview ? storedDay(row.nextReview) : undefined,
    category: categories.map(toTerm)[0],
    topics: topics.map(toTerm),
    publishedAt: row.publishedAt ?? row.createdAt,
    modifiedAt:
      latestOf(row.modifiedAt, ...faqRows.map((item) => item.modifiedAt)) ?? row.updatedAt,
    heroImage: row.heroImage == null ? undefined : images.get(idOf(row.heroImage)),
    body,
    faqItems: faqRows.map((item, at) => ({
      ...faqItemOf(item, articles.get(homes.get(item.id) ?? 0), person),
      answer: currentAnswers[at] ?? toRichText('answer', item.answer),
    })),
    readAlsoLinks: linkRows.flatMap((link) =>
      readAlsoLinkOf(link, row.id, articles, current, away),
    ),
    linkedArticles: targets.map(({ id, path }) => ({ id, path: path ?? '' })),
    images: [...images.values()],
    sources: (row.sources ?? []).map((source) => sourceOf(source, current)),
    corrections: correctionsOf(row),
  }
}

const typedUrlsOf = (row: ArticleRow, links: ReadAlsoLinkRow[]): string[] =>
  [...links, ...(row.sources ?? [])].flatMap(({ url }) => url ?? [])

/** Where each FAQ item is marked up: item id → article id. */
async function findHomes(items: number[], client: ReaderClient): Promise<Map<number, number>> {
  if (items.length === 0) return new Map()
  const { docs } = await client.find({
    collection: 'faq-homes',
    where: { item: { in: items } },
    tags: items.map(tagFor.home),
  })
  return new Map(docs.map((home) => [idOf(home.item), idOf(home.article)]))
}

/** The newest live articles with all that they show, for feeds. */
export async function listWholeArticles(of: ArticleListOf, limit: number): Promise<Article[]> {
  const client = await readerClient()
  const ids = await findArticleIds(of, { limit }, client)
  const docs = await rowFinder(client)<ArticleRow>('articles', ids, tagFor.article)
  return Promise.all(docs.map((row) => completeArticle(row, client)))
}
