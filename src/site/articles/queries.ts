// Articles as readers get them.
import type { CollectionSlug, Where } from 'payload'
import type { Article, ArticleSummary, FaqItem, ReadAlsoLink } from '@/domain/article'
import { safeUrl } from '@/domain/links'
import { bodyReferences } from '@/domain/references'
import type {
  Article as ArticleRow,
  Author,
  Category,
  FaqItem as FaqItemRow,
  Media,
  ReadAlsoLink as ReadAlsoLinkRow,
} from '@/payload-types'
import { openDoor, type Door, type View } from '@/site/payload'
import { author, byId, idOf, idsOf, image, latest, richText, shelf } from '@/site/rows'

/** The article at an address, complete; undefined when nothing live is there. */
export async function findArticle(path: string): Promise<Article | undefined> {
  return findOne({ path: { equals: path } }, 'live')
}

/** The working version of an article, for its private preview. */
export async function findWorkingArticle(id: number): Promise<Article | undefined> {
  return findOne({ id: { equals: id } }, 'working')
}

/** The same, with what it points at as another door finds it. */
export async function findWorkingArticleAmong(
  id: number,
  around: Door,
): Promise<Article | undefined> {
  const door = await openDoor('working')
  const { docs } = await door.find({
    collection: 'articles',
    where: { id: { equals: id } },
    limit: 1,
  })
  return docs[0] && complete(docs[0], around)
}

/** The text that was live when the article was withdrawn with a notice; what it points at as everybody gets it. */
export async function findNoticedArticle(id: number): Promise<Article | undefined> {
  const door = await openDoor('noticed')
  const { docs } = await door.find({
    collection: 'articles',
    where: { id: { equals: id } },
    limit: 1,
  })
  return docs[0] && complete(docs[0], await openDoor())
}

/** The address of a live article. */
export async function findPath(id: number): Promise<string | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'articles',
    where: { id: { equals: id } },
    select: { path: true },
    limit: 1,
  })
  return docs[0]?.path ?? undefined
}

async function findOne(where: Where, view: View): Promise<Article | undefined> {
  const door = await openDoor(view)
  const { docs } = await door.find({ collection: 'articles', where, limit: 1 })
  return docs[0] && complete(docs[0], door)
}

const rowsIn =
  (door: Door) =>
  async <Row>(collection: CollectionSlug, ids: number[]): Promise<Row[]> => {
    if (ids.length === 0) return []
    const { docs } = await door.find({
      collection,
      where: { id: { in: ids } },
      pagination: false,
    })
    return docs as Row[]
  }

/** Follows every reference of an article in two rounds of look-ups, and leaves out what may not be shown. */
async function complete(row: ArticleRow, door: Door): Promise<Article> {
  const rows = rowsIn(door)
  const [faqRows, linkRows, homes, media, categories, topics] = await Promise.all([
    rows<FaqItemRow>('faq-items', idsOf(row.faqItems)),
    rows<ReadAlsoLinkRow>('read-also-links', idsOf(row.readAlsoLinks)),
    findHomes(idsOf(row.faqItems), door),
    rows<Media>('media', idsOf(row.heroImage, row.images)),
    rows<Category>('categories', idsOf(row.category)),
    rows<Category>('topics', idsOf(row.topics)),
  ])
  const [targets, people] = await Promise.all([
    rows<ArticleRow>(
      'articles',
      idsOf(
        row.linkedArticles,
        ...linkRows.map((link) => link.article),
        ...faqRows.map((item) => bodyReferences(richText(item.answer)).articles),
        [...homes.values()],
      ),
    ),
    rows<Author>(
      'authors',
      idsOf(row.authors, row.reviewer, ...faqRows.map((item) => item.reviewer)),
    ),
  ])
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
    lastReviewed: row.lastReviewed ?? undefined,
    nextReview: row.nextReview ?? undefined,
    category: categories.map(shelf)[0],
    topics: topics.map(shelf),
    publishedAt: row.publishedAt ?? row.createdAt,
    modifiedAt: latest(row.modifiedAt, ...faqRows.map((item) => item.modifiedAt)) ?? row.updatedAt,
    heroImage: row.heroImage == null ? undefined : images.get(idOf(row.heroImage)),
    body: richText(row.body),
    faqItems: faqRows.map((item) => faqItem(item, articles.get(homes.get(item.id) ?? 0), person)),
    readAlsoLinks: linkRows.flatMap((link) => readAlsoLink(link, row.id, articles)),
    linkedArticles: targets.map(({ id, path }) => ({ id, path: path ?? '' })),
    images: [...images.values()],
    sources: (row.sources ?? []).map((source) => ({
      title: source.title,
      publisher: source.publisher ?? undefined,
      year: source.year ?? undefined,
      url: (source.url && safeUrl(source.url)) || undefined,
      accessed: source.accessed?.slice(0, 10),
    })),
  }
}

/** Where each FAQ item is marked up: item id → article id. */
async function findHomes(items: number[], door: Door): Promise<Map<number, number>> {
  if (items.length === 0) return new Map()
  const { docs } = await door.find({
    collection: 'faq-homes',
    where: { item: { in: items } },
    pagination: false,
  })
  return new Map(docs.map((home) => [idOf(home.item), idOf(home.article)]))
}

const faqItem = (
  row: FaqItemRow,
  home: ArticleRow | undefined,
  person: (reference: FaqItemRow['reviewer']) => FaqItem['reviewer'],
): FaqItem => ({
  id: row.id,
  question: row.question ?? '',
  answer: richText(row.answer),
  anchor: row.anchor ?? String(row.id),
  home: home ? { path: home.path ?? '', title: home.title } : null,
  reviewer: person(row.reviewer),
  lastReviewed: row.lastReviewed ?? undefined,
})

/** Nothing for a link that is unresolved, leads to the page itself, or whose target is not there. */
function readAlsoLink(
  row: ReadAlsoLinkRow,
  ownId: number,
  articles: Map<number, ArticleRow>,
): ReadAlsoLink[] {
  const { id, kind, title, url } = row
  if (kind === 'external' && title && url) {
    const { publisher, relation } = row
    return [
      {
        id,
        kind,
        title,
        url,
        publisher: publisher ?? undefined,
        relation: relation ?? 'editorial',
      },
    ]
  }
  const target = kind === 'internal' && row.article != null && articles.get(idOf(row.article))
  if (!target || target.id === ownId) return []
  return [{ id, kind: 'internal', title: target.title, path: target.path ?? '' }]
}

/** Live articles for a list, newest first. */
export async function listArticles(where: Where = {}, limit = 20): Promise<ArticleSummary[]> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'articles',
    where,
    sort: '-publishedAt',
    limit,
    pagination: false,
    select: {
      path: true,
      title: true,
      summary: true,
      publishedAt: true,
      modifiedAt: true,
      authors: true,
      category: true,
    },
  })
  const rows = rowsIn(door)
  const [people, categories] = await Promise.all([
    rows<Author>('authors', idsOf(...docs.map((row) => row.authors))),
    rows<Category>('categories', idsOf(...docs.map((row) => row.category))),
  ])
  const authors = byId(people.map(author))
  const shelves = byId(categories.map(shelf))
  return docs.map((row) => ({
    id: row.id,
    path: row.path ?? '',
    title: row.title,
    summary: row.summary,
    publishedAt: row.publishedAt ?? '',
    modifiedAt: row.modifiedAt ?? row.publishedAt ?? '',
    authors: idsOf(row.authors).flatMap((id) => authors.get(id) ?? []),
    category: row.category == null ? undefined : shelves.get(idOf(row.category)),
  }))
}
