// Images that readers may see: those that a live article shows.
import type { Where } from 'payload'
import { fact } from '@/domain/facts'
import type { Media } from '@/payload-types'
import { openDoor } from '@/site/payload'

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

/** Articles that were withdrawn with a notice keep their pictures under it. */
async function factsOfNotice(shows: Where): Promise<string[] | undefined> {
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
    where: { and: [{ id: { in: ids } }, shows] },
    select: { path: true },
    limit: 1,
  })
  return articles[0] && [fact.article(articles[0].id), fact.path(articles[0].path ?? '')]
}

/** What shows it to readers; undefined when nothing does. */
async function factsOfShowing(id: number): Promise<string[] | undefined> {
  const door = await openDoor()
  const shows: Where = { or: [{ heroImage: { equals: id } }, { images: { in: [id] } }] }
  const [articles, site] = await Promise.all([
    door.find({ collection: 'articles', where: shows, select: {}, limit: 1 }),
    door.findGlobal({ slug: 'site-settings' }),
  ])
  const [article] = articles.docs
  if (article) return [fact.article(article.id)]
  const logo = site.organization.logo
  if ((typeof logo === 'object' ? logo?.id : logo) === id) return [fact.any('site-settings')]
  return factsOfNotice(shows)
}
