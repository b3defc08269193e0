// Lists the tags that a change concerns, from what readers could get before of a stored row and what they can get after.
import { tagFor, wildcard, type Stored } from './cacheTags'
import { authorPath, categoryPath, topicPath } from '../addresses/paths'
import {
  changedRelations,
  differs,
  storedId,
  storedIds,
  INTERNAL,
  isKept,
  isLive,
  only,
  rows,
  values,
  type Change,
  type Row,
} from './rowChange'

const CARD = ['title', 'path', 'summary', 'heroImage', 'authors', 'category', 'publishedAt']
const ENTRY = ['path', 'publishedAt', 'modifiedAt', 'index']

/** The lists that hold an article. */
const listsOf = (row: Row): string[] => [
  tagFor.list(),
  ...storedIds(row.category).map((id) => tagFor.listOf('category', id)),
  ...storedIds(row.topics).map((id) => tagFor.listOf('topic', id)),
  ...storedIds(row.authors).map((id) => tagFor.listOf('author', id)),
  ...storedIds(row.reviewer).map((id) => tagFor.listOf('reviewer', id)),
]

/** All of them when the article comes, goes or changes its place; else those that it enters or leaves. */
function changedLists(live: Change): string[] {
  const [before, after] = [live.before, live.after].map((row) => (row ? listsOf(row) : []))
  if (!before || !after) return []
  if (differs(live, ['publishedAt'])) return [...before, ...after]
  return [...before, ...after].filter((list) => !(before.includes(list) && after.includes(list)))
}

function articleFacts(id: number, change: Change): string[] {
  const [live, kept] = [only(change, isLive), only(change, isKept)]
  const moved = differs(live, ['path']) || differs(kept, ['path'])
  return [
    ...(differs(live) || differs(kept) ? [tagFor.article(id)] : []),
    ...(differs(live, CARD) ? [tagFor.card(id)] : []),
    ...(differs(live, ['title', 'path']) ? [tagFor.link(id)] : []),
    ...(differs(live, ENTRY) ? [tagFor.entry(id)] : []),
    ...(moved ? values(kept, 'path').map(tagFor.path) : []),
    ...changedLists(live),
    ...changedRelations(live, 'linkedArticles').map(tagFor.linkedFrom),
    ...changedRelations(live, 'readAlsoLinks').map(tagFor.readAlsoIn),
  ]
}

/** A row with a name and an address of its own: a category, a topic or a person. */
const termTags =
  (
    kind: 'categories' | 'topics' | 'authors',
    own: (id: number) => string,
    name: (id: number) => string,
    path: (slug: string) => string,
    shown: readonly string[] = [],
  ) =>
  (id: number, change: Change): string[] => {
    const renamed = differs(change, ['name', 'slug'])
    return [
      ...(differs(change) ? [own(id)] : []),
      ...(renamed || differs(change, shown) ? [name(id)] : []),
      ...(renamed ? [tagFor.names(kind)] : []),
      ...(renamed ? values(change, 'slug').map((slug) => tagFor.path(path(slug))) : []),
    ]
  }

const whole =
  (name: (id: number) => string) =>
  (id: number, change: Change): string[] =>
    differs(change) ? [name(id)] : []

const whenLive = (change: Change): Change => only(change, isLive)

const CRAWLERS = ['crawlers', 'indexNow']
/** What not every page shows of the settings: it concerns single pages, or editors alone. */
const NOT_SHARED = [...CRAWLERS, 'leadArticle', 'fourEyes', 'id', 'globalType']

const FACTS: Record<Stored, (id: number, change: Change) => string[]> = {
  articles: articleFacts,
  'faq-items': (id, change) => {
    const live = whenLive(change)
    const listed = differs(live, ['question', 'anchor']) ? [tagFor.names('faq-items')] : []
    return [...whole(tagFor.faqItem)(id, live), ...listed]
  },
  'faq-homes': (_, change) =>
    differs(change, ['item', 'article'])
      ? rows(change).flatMap((row) => storedIds(row.item).map(tagFor.home))
      : [],
  'read-also-links': (id, change) => {
    const live = whenLive(change)
    return [
      ...whole(tagFor.readAlsoLink)(id, live),
      ...changedRelations(live, 'article').map(tagFor.readAlsoTo),
    ]
  },
  media: whole(tagFor.media),
  categories: termTags('categories', tagFor.category, tagFor.categoryName, categoryPath),
  topics: termTags('topics', tagFor.topic, tagFor.topicName, topicPath),
  authors: termTags('authors', tagFor.author, tagFor.byline, authorPath, [
    'credentials',
    'jobTitle',
  ]),
  pages: (id, change) => {
    const live = whenLive(change)
    const listed = differs(live, ['title', 'path', 'index'])
    const paths = differs(live, ['path']) ? values(live, 'path').map(tagFor.path) : []
    return [...whole(tagFor.page)(id, live), ...(listed ? [tagFor.names('pages')] : []), ...paths]
  },
  redirects: (_, change) => (differs(change) ? values(change, 'from').map(tagFor.path) : []),
  workflows: (_, change) =>
    differs(change, ['withdrawnPath', 'withdrawal'])
      ? values(change, 'withdrawnPath').map(tagFor.path)
      : [],
  'site-settings': (_, change) => {
    const fields = Object.keys({ ...change.before, ...change.after })
    const shared = fields.filter((field) => ![...INTERNAL, ...NOT_SHARED].includes(field))
    return [
      ...(differs(change) ? [tagFor.any('site-settings')] : []),
      ...(differs(change, shared) ? [tagFor.settings()] : []),
      ...(differs(change, CRAWLERS) ? [tagFor.crawlers()] : []),
      ...(differs(change, ['leadArticle']) ? [tagFor.lead()] : []),
    ]
  },
  navigation: (_, change) => (differs(change) ? [tagFor.navigation()] : []),
}

/**
 * The tags that a change of one stored row concerns, each once, with those of which they are a part. A draft changes
 * nothing: it is stored apart from the row that readers get.
 * @param before the row as it was, drafts and deleted ones included; undefined when it is new
 * @param after the row as it is now; undefined when it is gone
 */
export function changedTags(
  stored: Stored,
  before: Row | undefined,
  after: Row | undefined,
): string[] {
  const change = { before, after }
  const id = storedId((after ?? before)?.id) ?? 0
  const own = FACTS[stored](id, change)
  if (own.length === 0) return []
  return [...new Set([...own, ...own.map(wildcard), tagFor.any(stored)])]
}
