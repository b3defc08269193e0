// Images that readers may see: the files that a live page shows, and the pictures that a text or a profile names.
import type { Where } from 'payload'
import type { Image } from '@/domain/article'
import { fact } from '@/domain/facts'
import { bodyReferences } from '@/domain/references'
import type { Media } from '@/payload-types'
import { openDoor, rowsIn } from '@/site/payload'
import { idsOf, image, richText } from '@/site/rows'

const SIZES = ['small', 'medium', 'large', 'share'] as const

export interface ImageFile {
  /** What stands under it never changes. */
  name: string
  mimeType: string
  /** Its size. */
  bytes: number
  /** What it depends on that readers may see it. */
  facts: string[]
}

/**
 * Undefined when no live page shows it, as for a name that never existed.
 * @param hidden whether whoever asks may see it though no live page shows it
 */
export async function findImageFile(name: string, hidden = false): Promise<ImageFile | undefined> {
  const door = await openDoor()
  const named: Where[] = ['filename', ...SIZES.map((size) => `sizes.${size}.filename`)].map(
    (field) => ({ [field]: { equals: name } }),
  )
  const { docs } = await door.find({ collection: 'media', where: { or: named }, limit: 1 })
  const row = docs[0]
  const shownBy = row && (hidden ? [] : await factsOfShowing(row.id))
  if (!row || !shownBy) return undefined
  const { filesize, mimeType } = fileOf(row, name)
  return {
    name,
    mimeType: mimeType ?? 'application/octet-stream',
    bytes: filesize ?? 0,
    facts: [fact.media(row.id), ...shownBy],
  }
}

const fileOf = (row: Media, name: string): { filesize?: number | null; mimeType?: string | null } =>
  SIZES.map((size) => row.sizes?.[size]).find((size) => size?.filename === name) ?? row

const shows = (id: number): Where => ({
  or: [{ heroImage: { equals: id } }, { images: { in: [id] } }],
})

async function factsOfArticle(where: Where): Promise<string[] | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({ collection: 'articles', where, select: {}, limit: 1 })
  return docs[0] && [fact.article(docs[0].id)]
}

/** The logo, and what pages without a picture are shared with. */
async function factsOfSite(id: number): Promise<string[] | undefined> {
  const { organization, shareImage } = await (
    await openDoor()
  ).findGlobal({ slug: 'site-settings' })
  const isSites = idsOf(organization.logo, shareImage).includes(id)
  return isSites ? [fact.any('site-settings')] : undefined
}

/** The portrait of somebody who wrote or checked what is live. */
async function factsOfPhoto(id: number): Promise<string[] | undefined> {
  const door = await openDoor()
  const where = { photo: { equals: id } }
  const { docs } = await door.find({ collection: 'authors', where, select: {} })
  if (docs.length === 0) return undefined
  const people = docs.map((author) => author.id)
  const signs = { in: people }
  const facts = await factsOfArticle({ or: [{ authors: signs }, { reviewer: signs }] })
  return facts && [...facts, ...people.map(fact.author)]
}

/** Pages are few; what a text shows is in the text alone. */
async function factsOfWrittenPage(id: number): Promise<string[] | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({ collection: 'pages', select: { body: true } })
  const page = docs.find(({ body }) => bodyReferences(richText('page', body)).media.includes(id))
  return page && [fact.page(page.id)]
}

/** Articles that were withdrawn with a notice keep their pictures under it. */
async function factsOfNotice(id: number): Promise<string[] | undefined> {
  const { docs } = await (
    await openDoor()
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
    await openDoor('noticed')
  ).find({
    collection: 'articles',
    where: { and: [{ id: { in: ids } }, shows(id)] },
    select: { path: true },
    limit: 1,
  })
  return articles[0] && [fact.article(articles[0].id), fact.path(articles[0].path ?? '')]
}

const SHOWING = [
  (id: number) => factsOfArticle(shows(id)),
  factsOfSite,
  factsOfPhoto,
  factsOfWrittenPage,
  factsOfNotice,
]

/** What shows it to readers; undefined when nothing does. */
async function factsOfShowing(id: number): Promise<string[] | undefined> {
  for (const factsOf of SHOWING) {
    const facts = await factsOf(id)
    if (facts) return facts
  }
  return undefined
}

/** Those that are pictures, for a text or a profile. */
export async function findImages(ids: number[]): Promise<(Image & { id: number })[]> {
  const media = await rowsIn(await openDoor())<Media>('media', ids, fact.media)
  return media.map(image).filter((picture) => picture !== undefined)
}
