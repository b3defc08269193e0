// What happens around saving an article, each step a few lines; the rules are in the domain.
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { refuse } from '@/cms/hooks/refuse'
import { pathMessage } from '@/cms/messages'
import { lockRows, writeRow } from '@/cms/workflow/rows'
import { bodyReferences } from '@/domain/references'
import { articlePath, normalizePath, pathIssues } from '@/domain/paths'
import { slugify } from '@/domain/slug'
import { titleKey } from '@/domain/titleKey'
import { visibleChange } from '@/domain/visibleChange'
import type { Article } from '@/payload-types'

type BeforeChange = CollectionBeforeChangeHook<Article>
type AfterChange = CollectionAfterChangeHook<Article>

/** Fills in the path from the title, and refuses one that is malformed, reserved or somebody else's live address. */
export const assignPath: BeforeChange = async ({ data, originalDoc, req }) => {
  const title = data.title ?? originalDoc?.title
  if (!data.path && !originalDoc?.path && title) data.path = articlePath(slugify(title))
  const path = data.path ?? originalDoc?.path
  if (!path) return data
  data.path = normalizePath(path)
  const messages = pathIssues(data.path).map(pathMessage)
  if (data._status === 'published' && messages.length === 0) {
    const holder = await findPathHolder(data.path, originalDoc?.id, req)
    if (holder) messages.push(`${data.path} is the address of ${holder}. Choose another path.`)
  }
  refuse(
    'articles',
    messages.map((message) => ({ path: 'path', message })),
    req,
  )
  return data
}

async function findPathHolder(
  path: string,
  ownId: number | undefined,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { payload } = req
  const articles = await payload.find({
    collection: 'articles',
    where: {
      and: [
        { path: { equals: path } },
        { _status: { equals: 'published' } },
        ...(ownId ? [{ id: { not_equals: ownId } }] : []),
      ],
    },
    depth: 0,
    limit: 1,
    req,
  })
  if (articles.docs[0]) return `the article "${articles.docs[0].title}"`
  const redirects = await payload.find({
    collection: 'redirects',
    where: { from: { equals: path } },
    limit: 1,
    req,
  })
  return redirects.docs[0] && 'a redirect'
}

/** Keeps what the body points at as real relationships, so that "used in" is a query. */
export const keepReferences: BeforeChange = async ({ data, req }) => {
  if (data.title) data.titleKey = titleKey(data.title)
  if (!data.body) return data
  const references = bodyReferences(data.body)
  return {
    ...data,
    faqItems: await existing('faq-items', references.faqItems, req),
    readAlsoLinks: await existing('read-also-links', references.readAlsoLinks, req),
    images: await existing('media', references.media, req),
    linkedArticles: await existing('articles', references.articles, req),
  }
}

/** A text may point at what was deleted for ever: that is an issue of the text, and keeps nobody from saving it. */
async function existing(
  collection: 'faq-items' | 'read-also-links' | 'media' | 'articles',
  ids: number[],
  req: PayloadRequest,
): Promise<number[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    ...{ collection, where: { id: { in: ids } }, trash: true, req },
    ...{ select: {}, depth: 0, pagination: false },
  })
  const found = new Set(docs.map(({ id }) => id))
  return ids.filter((id) => found.has(id))
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

const findLive = async (id: number, req: PayloadRequest) => {
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
 * article; a link that somebody is working on gets a new working version instead and waits for its own event, and one
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
    ...{ draft: true, select: {}, depth: 0, pagination: false, req },
  })
  return docs.map(({ id }) => id)
}
