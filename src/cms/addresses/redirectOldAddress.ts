// Makes the public address of an article or a page from its title, unique on the site, and after a move redirects the old one to it.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  Where,
} from 'payload'
import {
  findFree,
  findHolder,
  findOwner,
  describeHolder,
  waitForAddresses,
  type AddressHolder,
} from '@/cms/addresses/holders'
import { pathMessage } from '@/cms/wording/fields'
import { nextAddress, type NextAddress, type Stored } from '@/domain/addresses/madeAddress'
import { aboutPath, normalizePath, pathIssues, type PathIssue } from '@/domain/addresses/paths'
import type { Article, Page } from '@/payload-types'
import { refuse } from '../fields/refuse'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'

type Addressed = 'articles' | 'pages'
type BeforeChange = CollectionBeforeChangeHook<Article | Page>
type AfterChange = CollectionAfterChangeHook<Article | Page>

/** The page about the organisation replaces the one that the site makes of its settings. */
const mayStandAt = (collection: Addressed, path: string): boolean =>
  collection === 'pages' && path === aboutPath

const issuesAt = (collection: Addressed, path: string): PathIssue[] =>
  mayStandAt(collection, path) ? [] : pathIssues(path)

/** Hooks are not told that what they are to store is an older version. */
export const noteRestoring: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (['create', 'update', 'restoreVersion'].includes(operation))
    req.context.restoredVersion =
      operation === 'restoreVersion' ? (args as { id?: number }).id : undefined
  return args
}

/** What readers get, or got last: drafts are kept apart. */
const findRow = (collection: Addressed, id: number, req: PayloadRequest) =>
  req.payload.db.findOne<Article>({
    collection,
    where: { id: { equals: id } },
    req,
    ...WITHOUT_JOINS,
  })

/** A withdrawn article has its date of publication. */
const wasLive = (row: Pick<Article, '_status' | 'publishedAt'> | null): boolean =>
  row?._status === 'published' || Boolean(row?.publishedAt)

/**
 * An older version brings its own address back, unless that was never more than made from a title and readers have had
 * another. Whether it was is read where it is stored: what a request brings of it is not heard (`NOT_BY_REQUEST`).
 */
async function restored(
  collection: Addressed,
  path: string | null | undefined,
  stored: Stored,
  req: PayloadRequest,
): Promise<NextAddress> {
  const { docs } = await req.payload.db.findVersions<Article>({
    collection,
    where: { id: { equals: req.context.restoredVersion } },
    limit: 1,
    req,
  })
  const isFixed = docs[0]?.version.pathIsFixed === true
  return stored.wasLive && !isFixed
    ? { keep: stored.address ?? '', isFixed: true }
    : { keep: path || stored.address || '', isFixed }
}

/**
 * The path follows the title until an editor writes it by hand or it goes live. A draft is saved whatever its path; one that
 * is malformed, reserved or another document's live address does not go live. An address that a document left is free again.
 */
export const assignPath =
  (collection: Addressed): BeforeChange =>
  async ({ data, operation, originalDoc, req }) => {
    // Of a copy Payload gives what was copied.
    const before = operation === 'create' ? undefined : originalDoc
    const row = before ? await findRow(collection, before.id, req) : null
    const stored = before && {
      title: before.title,
      address: before.path,
      isFixed: before.pathIsFixed === true,
      wasLive: wasLive(row),
    }
    const sent = { title: data.title, address: data.path && normalizePath(data.path) }
    const next =
      stored && req.context.restoredVersion
        ? await restored(collection, data.path, stored, req)
        : nextAddress(stored, sent)
    const own = { collection, id: before?.id }
    const path =
      'make' in next
        ? await findFree(next.make, own, (free) => issuesAt(collection, free).length === 0, req)
        : 'keep' in next
          ? next.keep
          : ''
    const goesLive = data._status === 'published'
    data.path = path || null
    data.pathIsFixed = path !== '' && (next.isFixed || goesLive)
    if (!goesLive) return data
    const messages = issuesAt(collection, path).map(pathMessage)
    if (messages.length === 0) await waitForAddresses([path], req)
    const holder = messages.length === 0 ? await findOwner(path, req) : undefined
    const free = !holder || isItself(holder, collection, before?.id)
    if (!free && !(await giveBack(holder, req)))
      messages.push(
        `${path} is the address of ${await describeHolder(holder, req)}. Choose another path.`,
      )
    refuse(
      collection,
      messages.map((message) => ({ path: 'path', message })),
      req,
    )
    if (before && row?.path && wasLive(row) && row.path !== path)
      req.context.leftAddresses = {
        ...req.context.leftAddresses,
        [makeRowKey(collection, before.id)]: row.path,
      }
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

const makeRowKey = (collection: Addressed, id: number): string => `${collection}/${id}`

/** Redirects the old address to the new one, and with it every redirect to the old one. */
export const redirectOldAddress =
  (collection: Addressed): AfterChange =>
  async ({ doc, req }) => {
    const key = makeRowKey(collection, doc.id)
    const from = req.context.leftAddresses?.[key]
    req.context.leftAddresses = { ...req.context.leftAddresses, [key]: undefined }
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
