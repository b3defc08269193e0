// Names the cache tags: what readers' pages are built from, and what a change to the content concerns.
//
// A tag is one thing that pages can be built from: an article's text, what lists show of it, where an address leads,
// which articles a category has. Its name is `kind:id` or `kind:id:facet`. Two sides use the same names:
//
// - A page that is rendered notes the tags that its bytes depend on, also of what was looked for and not found: an
//   article that may not be linked yet is `article:12:link` all the same, an empty address `path:/nothing`.
// - A change notes the tags that it changes (changedTags.ts), in its own transaction, and gets the next revision.
//
// A stored page is stale once one of its tags has a later revision than the page. So a change is a handful of rows
// however many pages show it, and a page that depends on more than fits into a header depends on `any` instead of on
// each: every change notes `article:any:card` beside `article:12:card`. A query that does not say what its answer
// depends on depends on everything of its collection (`article:any`): never wrong, only stale more often.

/** What is stored: the collections and globals that readers' pages are built from, and the kind of their tags. */
export const KIND = {
  articles: 'article',
  'faq-items': 'faq-item',
  'faq-homes': 'faq-home',
  'read-also-links': 'read-also-link',
  media: 'media',
  categories: 'category',
  topics: 'topic',
  authors: 'author',
  pages: 'page',
  redirects: 'redirect',
  workflows: 'workflow',
  'site-settings': 'settings',
  navigation: 'navigation',
} as const

export type Stored = keyof typeof KIND
type Global = 'site-settings' | 'navigation'

export const isStored = (slug: string): slug is Stored => Object.hasOwn(KIND, slug)
export const isGlobal = (stored: Stored): stored is Global =>
  stored === 'site-settings' || stored === 'navigation'

const MAX_CHARACTERS = 250

/** Characters that no address of ours has count as one and the same: such an address leads nowhere. */
const pathTag = (path: string): string =>
  `path:${path.toLowerCase().replace(/[^a-z0-9/.-]/g, '_')}`.slice(0, MAX_CHARACTERS)

/** Makers of the names; ids are those of the stored rows. */
export const tagFor = {
  /** An article's own page. */
  article: (id: number) => `article:${id}`,
  /** What lists show: title, path, summary, picture, byline, category, date. */
  card: (id: number) => `article:${id}:card`,
  /** What a link to it needs: that it is live, its title and its path. */
  link: (id: number) => `article:${id}:link`,
  /** Which articles link to it in their text; and by the line of a Read Also link, which articles have the line. */
  linkedFrom: (id: number) => `article:${id}:from`,
  readAlsoIn: (link: number) => `read-also-link:${link}:in`,
  /** Which Read Also links name it. */
  readAlsoTo: (article: number) => `article:${article}:read-also`,
  /** What sitemaps and feeds say beside the card: when it was published and changed, and whether it may be listed. */
  entry: (id: number) => `article:${id}:entry`,
  faqItem: (id: number) => `faq-item:${id}`,
  /** Where an FAQ item is marked up. */
  home: (item: number) => `faq-home:${item}`,
  readAlsoLink: (id: number) => `read-also-link:${id}`,
  media: (id: number) => `media:${id}`,
  /** A person with all that is said of them, and what a byline shows: name, address, credentials, job title. */
  author: (id: number) => `author:${id}`,
  byline: (id: number) => `author:${id}:byline`,
  /** A category or a topic with all that is said of it, and its name and address alone. */
  category: (id: number) => `category:${id}`,
  categoryName: (id: number) => `category:${id}:name`,
  topic: (id: number) => `topic:${id}`,
  topicName: (id: number) => `topic:${id}:name`,
  page: (id: number) => `page:${id}`,
  /** What is at an address: a page, a redirect, a withdrawal or nothing. */
  path: pathTag,
  /** Which live articles there are, newest first; all of them, or those of a category, a topic, an author, a reviewer. */
  list: () => 'list:all',
  listOf: (kind: 'category' | 'topic' | 'author' | 'reviewer', id: number) => `list:${kind}:${id}`,
  /** Which of them there are, by name. */
  names: (kind: 'categories' | 'topics' | 'authors' | 'faq-items' | 'pages') => `list:${kind}`,
  /** What every page shows of the site, and what single pages do. */
  settings: () => 'settings',
  lead: () => 'settings:lead',
  crawlers: () => 'settings:crawlers',
  navigation: () => 'navigation',
  /** Everything of a collection or a global. */
  any: (stored: Stored) => `${KIND[stored]}:any`,
}

/** The tag of which the given one is a part: the same of any row. Addresses are not gathered. */
export const wildcard = (name: string): string =>
  name.startsWith('path:') ? name : name.replace(/:\d+(?=:|$)/, ':any')

const headerLength = (names: readonly string[]): number => names.join(',').length

/** Servers and CDNs accept 8 kB for all headers together; other headers need some of it. */
const MAX_IN_HEADER = 6000

/** The tags in one order, each once, gathered where they would not fit into a header. */
export function inHeader(names: Iterable<string>, most = MAX_IN_HEADER): string[] {
  let kept = [...new Set(names)].sort()
  while (headerLength(kept) > most) {
    const largest = largestGroup(kept)
    if (!largest) return kept
    kept = [...new Set(kept.map((name) => (wildcard(name) === largest ? largest : name)))].sort()
  }
  return kept
}

/** The tag that takes the place of the most characters; undefined when everything is gathered. */
function largestGroup(names: readonly string[]): string | undefined {
  const sizes = new Map<string, number>()
  for (const name of names) {
    const group = wildcard(name)
    if (group !== name) sizes.set(group, (sizes.get(group) ?? 0) + name.length)
  }
  return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0]
}
