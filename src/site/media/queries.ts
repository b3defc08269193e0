// Finds images that readers may see: the files that a live page shows, and the pictures that a text or a profile names.
import type { Where } from 'payload'
import type { Image } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { bodyReferences } from '@/domain/articles/references'
import type { Media } from '@/payload-types'
import { readerClient, rowFinder } from '@/site/data/readerClient'
import { idsOf, toImage, toRichText } from '@/site/data/rows'

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

const whereShows = (id: number): Where => ({
  or: [{ heroImage: { equals: id } }, { images: { in: [id] } }],
})

async function tagsOfArticle(where: Where): Promise<string[] | undefined> {
  const client = await readerClient()
  const { docs } = await client.find({ collection: 'articles', where, select: {}, limit: 1 })
  return docs[0] && [tagFor.article(docs[0].id)]
}

/** The logo, and what pages without a picture are shared with. */
async function tagsOfSite(id: number): Promise<string[] | undefined> {
  const { organization, shareImage } = await (
    await readerClient()
  ).findGlobal({ slug: 'site-settings' })
  const isSites = idsOf(organization.logo, shareImage).includes(id)
  return isSites ? [tagFor.any('site-settings')] : undefined
}

/** The portrait of an author or reviewer of live articles. */
async function tagsOfPhoto(id: number): Promise<string[] | undefined> {
  const client = await readerClient()
  const where = { photo: { equals: id } }
  const { docs } = await client.find({ collection: 'authors', where, select: {} })
  if (docs.length === 0) return undefined
  const people = docs.map((author) => author.id)
  const signs = { in: people }
  const tags = await tagsOfArticle({ or: [{ authors: signs }, { reviewer: signs }] })
  return tags && [...tags, ...people.map(tagFor.author)]
}

/** Pages are few; what a text shows is in the text alone. */
async function tagsOfWrittenPage(id: number): Promise<string[] | undefined> {
  const client = await readerClient()
  const { docs } = await client.find({ collection: 'pages', select: { body: true } })
  const page = docs.find(({ body }) => bodyReferences(toRichText('page', body)).media.includes(id))
  return page && [tagFor.page(page.id)]
}

/** An article that was withdrawn with a notice is still shown under it, with its pictures. */
async function tagsOfNotice(id: number): Promise<string[] | undefined> {
  const { docs } = await (
    await readerClient()
  ).find({
    collection: 'workflows',
    where: { kind: { equals: 'articles' } },
    select: { document: true, withdrawal: true },
  })
  const noticed = docs.filter(
    ({ withdrawal }) => (withdrawal as { reason?: string } | null)?.reason === 'notice',
  )
  if (noticed.length === 0) return undefined
  const ids = noticed.map(({ document }) => document)
  const { docs: articles } = await (
    await readerClient('noticed')
  ).find({
    collection: 'articles',
    where: { and: [{ id: { in: ids } }, whereShows(id)] },
    select: { path: true },
    limit: 1,
  })
  return articles[0] && [tagFor.article(articles[0].id), tagFor.path(articles[0].path ?? '')]
}

const SHOWING = [
  (id: number) => tagsOfArticle(whereShows(id)),
  tagsOfSite,
  tagsOfPhoto,
  tagsOfWrittenPage,
  tagsOfNotice,
]

/** What shows it to readers; undefined when nothing does. */
async function tagsOfShowing(id: number): Promise<string[] | undefined> {
  for (const tagsOf of SHOWING) {
    const tags = await tagsOf(id)
    if (tags) return tags
  }
  return undefined
}

/** Those that are pictures, for a text or a profile. */
export async function findImages(ids: number[]): Promise<(Image & { id: number })[]> {
  const media = await rowFinder(await readerClient())<Media>('media', ids, tagFor.media)
  return media.map(toImage).filter((picture) => picture !== undefined)
}
