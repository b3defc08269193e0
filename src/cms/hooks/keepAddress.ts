// The public address of an article or a page: made from the title, nobody else's, and after a move the old one leads to the new one.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  Where,
} from 'payload'
import {
  findHolder,
  findOwner,
  nameOf,
  waitForAddresses,
  type AddressHolder,
} from '@/cms/addresses'
import { pathMessage } from '@/cms/messages'
import { aboutPath, articlePath, normalizePath, pathIssues } from '@/domain/paths'
import { slugify } from '@/domain/slug'
import type { Article, Page } from '@/payload-types'
import { refuse } from './refuse'
import { ROW_ALONE } from '@/cms/rowAlone'

type Addressed = 'articles' | 'pages'
type BeforeChange = CollectionBeforeChangeHook<Article | Page>
type AfterChange = CollectionAfterChangeHook<Article | Page>

/** The page about the organisation stands in for the one that the site makes of its settings. */
const mayStandAt = (collection: Addressed, path: string): boolean =>
  collection === 'pages' && path === aboutPath

/**
 * Fills in the path from the title, and refuses one that is malformed, reserved or somebody else's live address. An
 * address that a document left is free again.
 */
export const assignPath =
  (collection: Addressed): BeforeChange =>
  async ({ data, originalDoc, req }) => {
    const title = data.title ?? originalDoc?.title
    if (!data.path && !originalDoc?.path && title) data.path = articlePath(slugify(title))
    const path = data.path ?? originalDoc?.path
    if (!path) return data
    data.path = normalizePath(path)
    const issues = mayStandAt(collection, data.path) ? [] : pathIssues(data.path)
    const messages = issues.map(pathMessage)
    const goesLive = data._status === 'published' && messages.length === 0
    if (goesLive) await waitForAddresses([data.path], req)
    const holder = goesLive ? await findOwner(data.path, req) : undefined
    const free = !holder || isItself(holder, collection, originalDoc?.id)
    if (!free && !(await giveBack(holder, req)))
      messages.push(
        `${data.path} is the address of ${await nameOf(holder, req)}. Choose another path.`,
      )
    refuse(
      collection,
      messages.map((message) => ({ path: 'path', message })),
      req,
    )
    if (goesLive && originalDoc) await noteOldAddress(collection, originalDoc.id, data.path, req)
    return data
  }

const isItself = (holder: AddressHolder, collection: Addressed, id?: number): boolean =>
  holder.collection === collection && holder.id === id

/** A redirect that the site made when a document moved gives way; one that an editor made does not. */
async function giveBack({ collection, id }: AddressHolder, req: PayloadRequest): Promise<boolean> {
  if (collection !== 'redirects') return false
  const { automatic } = await req.payload.findByID({ collection, id, depth: 0, req })
  if (automatic) await req.payload.delete({ collection, id, req })
  return automatic === true
}

const oldAddress = (collection: Addressed, id: number): string => `oldAddress:${collection}:${id}`

async function noteOldAddress(
  collection: Addressed,
  id: number,
  path: string,
  req: PayloadRequest,
): Promise<void> {
  // Drafts are kept apart, so the row still holds what was last live; a withdrawn article has its date of publication.
  const row = await req.payload.db.findOne<Article>({
    ...{ collection, where: { id: { equals: id } }, req },
    ...ROW_ALONE,
  })
  const wasLive = row?._status === 'published' || Boolean(row?.publishedAt)
  if (row?.path && wasLive && row.path !== path) req.context[oldAddress(collection, id)] = row.path
}

/** The old address leads to the new one, and so does whatever led to the old one. */
export const keepOldAddress =
  (collection: Addressed): AfterChange =>
  async ({ doc, req }) => {
    const key = oldAddress(collection, doc.id)
    const from = req.context[key] as string | undefined
    delete req.context[key]
    if (!from || (await findHolder(from, req))) return doc
    const target = collection === 'articles' ? { article: doc.id, to: null } : { to: doc.path }
    const where: Where = { to: { equals: from } }
    await req.payload.update({ collection: 'redirects', where, data: target, req })
    await req.payload.create({
      collection: 'redirects',
      data: { from, status: '301', automatic: true, ...target },
      req,
    })
    return doc
  }
