// Derives references, dates and links around saving an article, each step a few lines; the rules are in the domain.
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { LIVE } from '@/cms/access/readers'
import { visibleIds } from '@/cms/access/visibleIds'
import { eventTime } from '@/cms/database/clock'
import { findSourceDates } from '@/cms/records/sourceDates'
import { fieldIssues } from '@/cms/workflow/checklist/fieldIssues'
import { lockRows, writeRow } from '@/cms/records/rows'
import { publicationDates } from '@/domain/articles/publicationDates'
import { bodyReferences } from '@/domain/articles/links/references'
import { referenceIds } from '@/domain/text/richTextWalk'
import { titleKey } from '@/domain/addresses/titleKey'
import { visibleChange } from '@/domain/articles/visibleChange'
import type { Article } from '@/payload-types'

type BeforeChange = CollectionBeforeChangeHook<Article>
type AfterChange = CollectionAfterChangeHook<Article>

type Named = 'articles' | 'faq-items' | 'read-also-links' | 'media'

/**
 * Stores what the body points at as real relationships, so that "used in" is a query. What is not there for the account that
 * saves is left out, unless it was stored before: the checklist says that it is missing, of what never was as of what lies in
 * another account's trash.
 */
export const deriveReferences: BeforeChange = async ({ data, originalDoc, req }) => {
  if (data.title) data.titleKey = titleKey(data.title)
  if (!data.body) return data
  const references = bodyReferences(data.body)
  const there = async (collection: Named, ids: number[], kept: unknown): Promise<number[]> => {
    const known = referenceIds(kept)
    const fresh = ids.filter((id) => !known.includes(id))
    const seen = await visibleIds(collection, fresh, req)
    return ids.filter((id) => known.includes(id) || seen.includes(id))
  }
  return {
    ...data,
    faqItems: await there('faq-items', references.faqItems, originalDoc?.faqItems),
    readAlsoLinks: await there(
      'read-also-links',
      references.readAlsoLinks,
      originalDoc?.readAlsoLinks,
    ),
    images: await there('media', references.media, originalDoc?.images),
    linkedArticles: await there('articles', references.articles, originalDoc?.linkedArticles),
  }
}

/** First publication stamps `publishedAt`; `modifiedAt` moves only when something visible changed. */
export const stampDates: BeforeChange = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published') return data
  const live = originalDoc && (await findLive(originalDoc.id, req))
  const next = { ...originalDoc, ...data }
  const dates = publicationDates({
    now: await eventTime(req),
    live,
    publishedAt: next.publishedAt,
    changed: !live || visibleChange({ ...live }, next),
    source: originalDoc && (await findSourceDates(originalDoc.id, req)),
    edited: next.savedBy != null,
  })
  return { ...data, ...dates }
}

const findLive = async (id: number, req: PayloadRequest) => {
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, LIVE] },
    depth: 0,
    limit: 1,
    req,
  })
  return docs[0]
}

/**
 * A Read Also title that was waiting for an article of this name now links to this one. Part of the event that published the
 * article; a link that an editor is working on gets a new working version instead and waits for its own event, and one
 * that is scheduled stays as it is.
 */
export const resolveReadAlso: AfterChange = async ({ doc, req }) => {
  if (doc._status !== 'published' || !doc.titleKey) return doc
  const collection = 'read-also-links'
  const links = await lockRows(collection, await waitingFor(doc.titleKey, req), req)
  // Somebody may have decided otherwise before the lock was there.
  const waiting = links.length > 0 ? await waitingFor(doc.titleKey, req) : []
  for (const row of links) {
    if (!waiting.includes(row.id) || row.state === 'scheduled') continue
    // An issue of another account's old link does not stop the publication of this article: the link goes on waiting.
    const link = await req.payload.findByID({ collection, id: row.id, draft: true, depth: 0, req })
    if ((await fieldIssues(collection, link, req)).length > 0) continue
    const atRest = row.live && row.state === 'published'
    const _status = atRest ? 'published' : 'draft'
    const data = { kind: 'internal', article: doc.id, _status } as const
    await req.payload.update({ collection, id: row.id, draft: !atRest, data, req })
    await writeRow(row, { version: row.version + 1 }, req)
  }
  return doc
}

/** The links whose working version has found no article yet. */
async function waitingFor(key: string, req: PayloadRequest): Promise<number[]> {
  const { docs } = await req.payload.find({
    collection: 'read-also-links',
    where: { and: [{ kind: { equals: 'unresolved' } }, { titleKey: { equals: key } }] },
    draft: true,
    select: {},
    depth: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}
