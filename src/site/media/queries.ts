// Images that readers may see: those that a live page shows.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Where } from 'payload'
import { bodyReferences } from '@/domain/references'
import { settings } from '@/env'
import type { Media } from '@/payload-types'
import { openDoor } from '@/site/payload'
import { idOf, richText } from '@/site/rows'

const SIZES = ['small', 'medium', 'large', 'share'] as const

export interface ImageFile {
  mimeType: string
  bytes: number
  stream: ReadableStream
}

/**
 * The file and its size as stored; undefined when no live page shows it, as for a name that never existed.
 * @param hidden whether whoever asks may see it though no live page shows it
 */
export async function findImageFile(
  filename: string,
  hidden = false,
): Promise<ImageFile | undefined> {
  const door = await openDoor()
  const named: Where[] = ['filename', ...SIZES.map((size) => `sizes.${size}.filename`)].map(
    (field) => ({ [field]: { equals: filename } }),
  )
  const { docs } = await door.find({ collection: 'media', where: { or: named }, limit: 1 })
  const row = docs[0]
  if (!row || !(hidden || (await isShown(row.id)))) return undefined
  const file = path.join(settings().dataDir, 'media', path.basename(filename))
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    mimeType: mimeTypeOf(row, filename),
    bytes: found.size,
    stream: Readable.toWeb(createReadStream(file)) as ReadableStream,
  }
}

const mimeTypeOf = (row: Media, filename: string): string =>
  SIZES.map((size) => row.sizes?.[size]).find((size) => size?.filename === filename)?.mimeType ??
  row.mimeType ??
  'application/octet-stream'

/** Articles that were withdrawn with a notice keep their pictures under it. */
async function isShownUnderNotice(shows: Where): Promise<boolean> {
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
  if (noticed.length === 0) return false
  const ids = noticed.map(({ document }) => document)
  const { docs: articles } = await (
    await openDoor('noticed')
  ).find({
    collection: 'articles',
    where: { and: [{ id: { in: ids } }, shows] },
    select: {},
    limit: 1,
  })
  return articles.length > 0
}

async function isInLiveArticle(where: Where): Promise<boolean> {
  const door = await openDoor()
  const { docs } = await door.find({ collection: 'articles', where, select: {}, limit: 1 })
  return docs.length > 0
}

async function isLogo(id: number): Promise<boolean> {
  const { organization } = await (await openDoor()).findGlobal({ slug: 'site-settings' })
  return organization.logo != null && idOf(organization.logo) === id
}

/** The portrait of somebody who wrote or checked what is live. */
async function isPhoto(id: number): Promise<boolean> {
  const door = await openDoor()
  const where = { photo: { equals: id } }
  const { docs } = await door.find({ collection: 'authors', where, select: {} })
  if (docs.length === 0) return false
  const people = { in: docs.map((author) => author.id) }
  return isInLiveArticle({ or: [{ authors: people }, { reviewer: people }] })
}

/** Pages are few; what a text shows is in the text alone. */
async function isOnWrittenPage(id: number): Promise<boolean> {
  const door = await openDoor()
  const { docs } = await door.find({ collection: 'pages', select: { body: true } })
  return docs.some(({ body }) => bodyReferences(richText(body)).media.includes(id))
}

async function isShown(id: number): Promise<boolean> {
  const shows: Where = { or: [{ heroImage: { equals: id } }, { images: { in: [id] } }] }
  return (
    (await isInLiveArticle(shows)) ||
    (await isLogo(id)) ||
    (await isPhoto(id)) ||
    (await isOnWrittenPage(id)) ||
    (await isShownUnderNotice(shows))
  )
}
