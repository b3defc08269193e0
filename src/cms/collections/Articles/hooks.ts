// What happens around saving an article, each step a few lines; the rules are in the domain.
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { lockRows, writeRow } from '@/cms/workflow/rows'
import { bodyReferences } from '@/domain/references'
import { titleKey } from '@/domain/titleKey'
import { visibleChange } from '@/domain/visibleChange'
import type { Article } from '@/payload-types'

type BeforeChange = CollectionBeforeChangeHook<Article>
type AfterChange = CollectionAfterChangeHook<Article>

/** Keeps what the body points at as real relationships, so that "used in" is a query. */
export const keepReferences: BeforeChange = ({ data }) => {
  if (data.title) data.titleKey = titleKey(data.title)
  if (!data.body) return data
  const references = bodyReferences(data.body)
  return {
    ...data,
    faqItems: references.faqItems,
    readAlsoLinks: references.readAlsoLinks,
    images: references.media,
    linkedArticles: references.articles,
  }
}

/** First publication stamps `publishedAt`; `modifiedAt` moves only when something visible changed. */
export const stampDates: BeforeChange = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published') return data
  const live = originalDoc && (await findLive(originalDoc.id, req))
  const now = new Date().toISOString()
  const next = { ...originalDoc, ...data }
  data.publishedAt = next.publishedAt ?? now
  if (!live?.modifiedAt || visibleChange({ ...live }, next)) data.modifiedAt = now
  else data.modifiedAt = live.modifiedAt
  return data
}

const findLive = async (id: number, req: Parameters<BeforeChange>[0]['req']) => {
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    depth: 0,
    limit: 1,
    req,
  })
  return docs[0]
}

/**
 * A Read Also title that was waiting for an article of this name now leads here. Part of the event that published the
 * article; a link that somebody is working on gets a new working version instead and waits for its own event.
 */
export const resolveReadAlso: AfterChange = async ({ doc, req }) => {
  if (doc._status !== 'published' || !doc.titleKey) return doc
  const waiting = await req.payload.find({
    collection: 'read-also-links',
    where: { and: [{ kind: { equals: 'unresolved' } }, { titleKey: { equals: doc.titleKey } }] },
    depth: 0,
    pagination: false,
    req,
  })
  const links = await lockRows(
    'read-also-links',
    waiting.docs.map(({ id }) => id),
    req,
  )
  for (const row of links) {
    const atRest = row.live && row.state === 'published'
    await req.payload.update({
      collection: 'read-also-links',
      id: row.id,
      draft: !atRest,
      data: {
        kind: 'internal',
        article: doc.id,
        _status: atRest ? 'published' : 'draft',
      },
      req,
    })
    await writeRow(row, { version: row.version + 1 }, req)
  }
  return doc
}
