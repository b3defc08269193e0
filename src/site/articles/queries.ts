// Articles as readers get them.
import type { Where } from 'payload'
import type { Article, Away } from '@/domain/article'
import { storedDay } from '@/domain/day'
import { fact } from '@/domain/facts'
import { bodyReferences } from '@/domain/references'
import type {
  Article as ArticleRow,
  Author,
  Category,
  FaqItem as FaqItemRow,
  Media,
  ReadAlsoLink as ReadAlsoLinkRow,
} from '@/payload-types'
import { findCurrentUrls, withCurrentUrls } from '@/site/links/queries'
import { findIds, type ArticleListOf } from '@/site/lists/queries'
import { openDoor, rowsIn, type Door } from '@/site/payload'
import { dependOn } from '@/site/reading'
import { author, byId, idOf, idsOf, image, latest, richText, shelf } from '@/site/rows'
import { correctionsOf, faqItemOf, readAlsoLinkOf, sourceOf, type Link } from './rows'
import { findAway } from './targets'

/** The article at an address, complete; undefined when nothing live is there. */
export async function findArticle(path: string): Promise<Article | undefined> {
  const where = { path: { equals: path } }
  return findOne(where, [fact.path(path)], await openDoor())
}

/** The working version of an article, for its private preview. */
export async function findWorkingArticle(id: number): Promise<Article | undefined> {
  return findOne({ id: { equals: id } }, [], await openDoor('working'))
}

/** The same, with what it points at as another door finds it. */
export async function findWorkingArticleAmong(
  id: number,
  around: Door,
): Promise<Article | undefined> {
  return findOne({ id: { equals: id } }, [], await openDoor('working'), around)
}

/** The text that was live when the article was withdrawn with a notice; what it points at as everybody gets it. */
export async function findNoticedArticle(id: number): Promise<Article | undefined> {
  const facts = [fact.article(id)]
  return findOne({ id: { equals: id } }, facts, await openDoor('noticed'), await openDoor())
}

/** @param around through which door what the article points at is found */
async function findOne(
  where: Where,
  facts: string[],
  door: Door,
  around = door,
): Promise<Article | undefined> {
  const { docs } = await door.find({ collection: 'articles', where, limit: 1, facts })
  if (!docs[0]) return undefined
  dependOn(fact.article(docs[0].id))
  return complete(docs[0], around)
}

// What is looked up of a row, and the fact that stands for it, name the same fields.
const LINK = { title: true, path: true } as const
type Named = Pick<Category, 'id' | 'name' | 'slug'>
const NAME = { name: true, slug: true } as const
const BYLINE = { ...NAME, credentials: true, jobTitle: true } as const

/** Follows every reference of an article in two rounds of look-ups, and leaves out what may not be shown. */
async function complete(row: ArticleRow, door: Door): Promise<Article> {
  const rows = rowsIn(door)
  const [faqRows, linkRows, homes, media, categories, topics] = await Promise.all([
    rows<FaqItemRow>('faq-items', idsOf(row.faqItems), fact.faqItem),
    rows<ReadAlsoLinkRow>('read-also-links', idsOf(row.readAlsoLinks), fact.readAlsoLink),
    findHomes(idsOf(row.faqItems), door),
    rows<Media>('media', idsOf(row.heroImage, row.images), fact.media),
    rows<Named>('categories', idsOf(row.category), fact.categoryName, NAME),
    rows<Named>('topics', idsOf(row.topics), fact.topicName, NAME),
  ])
  const [targets, people] = await Promise.all([
    rows<Link>(
      'articles',
      idsOf(
        row.linkedArticles,
        ...linkRows.map((link) => link.article),
        ...faqRows.map((item) => bodyReferences(richText('answer', item.answer)).articles),
        [...homes.values()],
      ),
      fact.link,
      LINK,
    ),
    rows<Author>(
      'authors',
      idsOf(row.authors, row.reviewer, ...faqRows.map((item) => item.reviewer)),
      fact.byline,
      BYLINE,
    ),
  ])
  const answers = faqRows.map((item) => richText('answer', item.answer))
  const [body = richText('article', null), ...currentAnswers] = await withCurrentUrls([
    richText('article', row.body),
    ...answers,
  ])
  const current = await findCurrentUrls(typedUrlsOf(row, linkRows))
  const leadTo = idsOf(...linkRows.map((link) => link.article))
  const away = door.isPreview ? await findAway(leadTo, targets) : new Map<number, Away>()
  const articles = byId(targets)
  const authors = byId(people.map(author))
  const images = byId(media.map(image).filter((picture) => picture !== undefined))
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
    category: categories.map(shelf)[0],
    topics: topics.map(shelf),
    publishedAt: row.publishedAt ?? row.createdAt,
    modifiedAt: latest(row.modifiedAt, ...faqRows.map((item) => item.modifiedAt)) ?? row.updatedAt,
    heroImage: row.heroImage == null ? undefined : images.get(idOf(row.heroImage)),
    body,
    faqItems: faqRows.map((item, at) => ({
      ...faqItemOf(item, articles.get(homes.get(item.id) ?? 0), person),
      answer: currentAnswers[at] ?? richText('answer', item.answer),
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
async function findHomes(items: number[], door: Door): Promise<Map<number, number>> {
  if (items.length === 0) return new Map()
  const { docs } = await door.find({
    collection: 'faq-homes',
    where: { item: { in: items } },
    facts: items.map(fact.home),
  })
  return new Map(docs.map((home) => [idOf(home.item), idOf(home.article)]))
}

/** The newest live articles with all that they show, for feeds. */
export async function listWholeArticles(of: ArticleListOf, limit: number): Promise<Article[]> {
  const door = await openDoor()
  const ids = await findIds(of, { limit }, door)
  const docs = await rowsIn(door)<ArticleRow>('articles', ids, fact.article)
  return Promise.all(docs.map((row) => complete(row, door)))
}
