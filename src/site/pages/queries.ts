// Reads pages that editors write and publish themselves: about, policies.
import type { Image } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { bodyReferences } from '@/domain/articles/links/references'
import type { RichText } from '@/domain/text/richText'
import { findLinkTargets } from '@/site/addresses/linkTargets'
import { withCurrentUrls } from '@/site/addresses/currentUrls'
import { findImages } from '@/site/media/queries'
import { readerClient } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { toRichText } from '@/site/data/rows'

export interface SitePage {
  path: string
  title: string
  summary: string
  body: RichText
  /** False excludes it from search engines. */
  index: boolean
  linkedArticles: { id: number; path: string }[]
  images: (Image & { id: number })[]
}

/** The live page at an address. */
export async function findPage(path: string): Promise<SitePage | undefined> {
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'pages',
    where: { path: { equals: path } },
    limit: 1,
    tags: [tagFor.path(path)],
  })
  const row = docs[0]
  if (!row) return undefined
  addTag(tagFor.page(row.id))
  const [body = toRichText('page', null)] = await withCurrentUrls([toRichText('page', row.body)])
  const { articles, media } = bodyReferences(body)
  const [linkedArticles, images] = await Promise.all([findLinkTargets(articles), findImages(media)])
  const { title, summary, index } = row
  return { path, title, summary, body, index: index !== false, linkedArticles, images }
}
