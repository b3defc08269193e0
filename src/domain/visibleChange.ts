// Whether two versions of an article differ in what a reader sees: only then does its "updated" date move.

/** The fields of an article that its page shows. Search titles, paths and flags are about the page, not on it. */
const VISIBLE = [
  'title',
  'summary',
  'body',
  'heroImage',
  'authors',
  'reviewer',
  'lastReviewed',
  'nextReview',
  'sources',
  'category',
  'topics',
] as const

/** Row ids inside arrays, missing values and empty lists are not visible; a populated row counts as its id. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(comparable) : null
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'object') return value
  const row = value as Record<string, unknown>
  if ('id' in row && 'createdAt' in row) return row.id
  return Object.fromEntries(
    Object.entries(row)
      .filter(([key, inner]) => key !== 'id' && comparable(inner) !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, comparable(inner)]),
  )
}

/** True when the fields differ; `fields` defaults to an article's visible ones. */
export function visibleChange(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  fields: readonly string[] = VISIBLE,
): boolean {
  return fields.some(
    (field) =>
      JSON.stringify(comparable(before[field])) !== JSON.stringify(comparable(after[field])),
  )
}
