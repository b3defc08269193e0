// Converts rows as Payload returns them into the values that pages show. "An id or an object", null or missing: settled here.
import type { Author, Image, ImageFile, Term } from '@/domain/articles/article'
import { mediaPath } from '@/domain/addresses/paths'
import { readableText } from '@/domain/text/readableText'
import type { RichText } from '@/domain/text/richText'
import type { TextKind } from '@/domain/text/textShape'
import type { Article, Author as AuthorRow, Category, Media, Topic } from '@/payload-types'

// The fields that are selected of a row, and its cache tag, name the same fields.

/** What a link to an article shows; see `tagFor.link`. */
export type LinkRow = Pick<Article, 'id' | 'title' | 'path'>
export const LINK = { title: true, path: true } as const

/** What a link to a term or an author shows; see `tagFor.categoryName` and so on. */
export type NameRow = Pick<Category, 'id' | 'name' | 'slug'>
export const NAME = { name: true, slug: true } as const

type Reference = number | { id: number }

export const idOf = (row: Reference): number => (typeof row === 'object' ? row.id : row)

export const idsOf = (...rows: (Reference | Reference[] | null | undefined)[]): number[] => [
  ...new Set(rows.flat().flatMap((row) => (row == null ? [] : [idOf(row)]))),
]

export const byId = <Row extends { id: number }>(rows: Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.id, row]))

export const toAuthor = (row: AuthorRow): Author => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  credentials: row.credentials ?? undefined,
  jobTitle: row.jobTitle ?? undefined,
  description: row.description ?? undefined,
})

export const toTerm = (
  row: Pick<Category | Topic, 'id' | 'name' | 'slug' | 'description'>,
): Term => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  description: row.description ?? undefined,
})

/** Undefined for a file that has no known size: it was never a picture. */
export function toImage(row: Media): (Image & { id: number }) | undefined {
  if (!row.filename || !row.width || !row.height) return undefined
  const { share, ...sizes } = row.sizes ?? {}
  return {
    id: row.id,
    url: mediaPath(row.filename),
    alt: row.alt,
    width: row.width,
    height: row.height,
    caption: row.caption ?? undefined,
    sizes: Object.values(sizes).flatMap((size) => toImageFile(size) ?? []),
    share: toImageFile(share),
  }
}

type Size = NonNullable<Media['sizes']>['small']

const toImageFile = (size: Size): ImageFile | undefined =>
  size?.filename && size.width && size.height
    ? { url: mediaPath(size.filename), width: size.width, height: size.height }
    : undefined

/** The latest of some instants; undefined when there is none. */
export const latestOf = (...instants: (string | null | undefined)[]): string | undefined =>
  instants
    .filter((instant) => instant != null)
    .sort()
    .at(-1)

/** What is shown of it: a working version may not have a text yet, and an old one may hold what no text may hold now. */
export const toRichText = (kind: TextKind, value: RichText | null | undefined): RichText =>
  readableText(kind, value)
