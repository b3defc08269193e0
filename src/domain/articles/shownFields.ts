// Lists the document's own fields that readers and search engines get, and the form in which each is shown: one table per kind.

/** A collection whose rows a field may name. */
export type Referenced =
  'articles' | 'faq-items' | 'read-also-links' | 'media' | 'authors' | 'categories' | 'topics'

type Shape =
  | { as: 'text' | 'date' | 'flag' | 'choice' | 'richText' }
  /** One row or a list of them. */
  | { as: 'reference'; to: Referenced }
  | { as: 'rows'; columns: readonly { name: string; as: 'text' | 'date' }[] }

export type ShownField = Shape & {
  name: string
  /** On the page itself; `engines`: about the page, in its address and its entry in search engines. */
  where: 'page' | 'engines'
}

const text = (name: string, where: ShownField['where'] = 'page'): ShownField => ({
  name,
  as: 'text',
  where,
})
const date = (name: string): ShownField => ({ name, as: 'date', where: 'page' })
const richText = (name: string): ShownField => ({ name, as: 'richText', where: 'page' })
const choice = (name: string): ShownField => ({ name, as: 'choice', where: 'page' })
const reference = (name: string, to: Referenced): ShownField => ({
  name,
  as: 'reference',
  to,
  where: 'page',
})
const rows = (name: string, columns: Record<string, 'text' | 'date'>): ShownField => ({
  name,
  as: 'rows',
  where: 'page',
  columns: Object.entries(columns).map(([column, as]) => ({ name: column, as })),
})

/** In the order in which an editor meets them. The kinds are those that pass through the workflow. */
export const SHOWN_FIELDS = {
  articles: [
    text('title'),
    text('summary'),
    reference('heroImage', 'media'),
    richText('body'),
    reference('authors', 'authors'),
    reference('reviewer', 'authors'),
    date('lastReviewed'),
    date('nextReview'),
    rows('sources', {
      title: 'text',
      publisher: 'text',
      year: 'text',
      accessed: 'date',
      url: 'text',
    }),
    rows('corrections', { date: 'date', text: 'text' }),
    reference('category', 'categories'),
    reference('topics', 'topics'),
    text('path', 'engines'),
    text('seoTitle', 'engines'),
    text('seoDescription', 'engines'),
    { name: 'index', as: 'flag', where: 'engines' },
  ],
  'faq-items': [
    text('question'),
    richText('answer'),
    reference('reviewer', 'authors'),
    date('lastReviewed'),
  ],
  // Of an internal link readers get the title and the address that its article has at that time.
  'read-also-links': [
    choice('kind'),
    reference('article', 'articles'),
    text('title'),
    text('url'),
    text('publisher'),
    choice('relation'),
  ],
} satisfies Record<string, readonly ShownField[]>

export type ShownKind = keyof typeof SHOWN_FIELDS

/** A copy of the document with the shown fields alone. */
export function shownOf(
  kind: ShownKind,
  document: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(SHOWN_FIELDS[kind].map(({ name }) => [name, document[name]]))
}

/** What readers see on the page: search titles, paths and flags are about it, not on it. */
export const fieldsOnPage = (kind: ShownKind): string[] =>
  SHOWN_FIELDS[kind].filter(({ where }) => where === 'page').map(({ name }) => name)
