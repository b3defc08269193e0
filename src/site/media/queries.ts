// Finds images that readers may see: the files that a live page shows, and the pictures that a text or a profile names.
import type { Where } from 'payload'
import type { Image } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import type { Media } from '@/payload-types'
import { readerClient, rowFinder, sql } from '@/site/data/readerClient'
import { toImage } from '@/site/data/rows'

const SIZES = ['small', 'medium', 'large', 'share'] as const

export interface ImageFile {
  /** The file under it never changes. */
  name: string
  mimeType: string
  /** Its size. */
  bytes: number
  /** The tags of everything by which readers may see it. */
  tags: string[]
}

/**
 * Undefined when no live page shows it, as for a name that never existed.
 * @param hidden whether the visitor may see it though no live page shows it
 */
export async function findImageFile(name: string, hidden = false): Promise<ImageFile | undefined> {
  const client = await readerClient()
  const named: Where[] = ['filename', ...SIZES.map((size) => `sizes.${size}.filename`)].map(
    (field) => ({ [field]: { equals: name } }),
  )
  const { docs } = await client.find({ collection: 'media', where: { or: named }, limit: 1 })
  const row = docs[0]
  const shownBy = row && (hidden ? [] : await tagsOfShowing(row.id))
  if (!row || !shownBy) return undefined
  const { filesize, mimeType } = fileOf(row, name)
  return {
    name,
    mimeType: mimeType ?? 'application/octet-stream',
    bytes: filesize ?? 0,
    tags: [tagFor.media(row.id), ...shownBy],
  }
}

const fileOf = (row: Media, name: string): { filesize?: number | null; mimeType?: string | null } =>
  SIZES.map((size) => row.sizes?.[size]).find((size) => size?.filename === name) ?? row

/** A reason for which the site shows an image; without any of these, the site settings name it. */
interface Showing {
  article: number | null
  /** The address of an article that was withdrawn with a notice, and is still shown under it. */
  notice: string | null
  author: number | null
  page: number | null
}

/** What shows it to readers; undefined when nothing does. */
async function tagsOfShowing(id: number): Promise<string[] | undefined> {
  const client = await readerClient()
  const [showing] = await client.rows<Showing>(
    sql`select article_id as article, notice_path as notice, author_id as author, page_id as page
        from shown_media where media_id = ${id} limit 1`,
    [],
  )
  return showing && tagsOf(showing)
}

function tagsOf({ article, notice, author, page }: Showing): string[] {
  const tags = [
    article !== null && tagFor.article(article),
    notice !== null && tagFor.path(notice),
    author !== null && tagFor.author(author),
    page !== null && tagFor.page(page),
  ].filter((tag) => tag !== false)
  return tags.length > 0 ? tags : [tagFor.any('site-settings')]
}

/** Those that are pictures, for a text or a profile. */
export async function findImages(ids: number[]): Promise<(Image & { id: number })[]> {
  const media = await rowFinder(await readerClient())<Media>('media', ids, tagFor.media)
  return media.map(toImage).filter((picture) => picture !== undefined)
}
