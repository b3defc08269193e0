// Makes Payload's access functions for every collection, global and guarded field from the policy's one table.
import type { Access, AccessArgs, FieldAccess, PayloadRequest } from 'payload'
import { grantsFor, type Collection, type Operation } from '@/domain/workflow/policy'
import { askingAs, roleOf } from './role'
import { rowsFor, type Rows } from './rows'
import { WRITTEN } from '@/cms/records/blank'
import { isKind } from '@/cms/records/rows'
import { requireOne, visibleAbout, visibleDocuments, visibleVersions } from './trash'

/**
 * A form into which no account has written is reached by its address alone: no list, choice or count shows it. What the
 * caller may not see it may not write either; it answers as if it were not there.
 */
async function reached(
  rows: Rows,
  collection: Collection,
  visible: typeof visibleDocuments,
  { id, req }: AccessArgs,
): Promise<Rows> {
  // Readers get only what is live, and that is not in the trash.
  if (rows === false || !req.user) return rows
  const seen = await visible(collection, req, typeof id === 'number' ? id : undefined)
  const of = visible === visibleDocuments ? 'documents' : 'versions'
  if (seen) await requireOne(collection, of, seen, { id, req })
  const about = seen ?? (await visibleAbout(collection, req))
  const written = of === 'documents' && id === undefined && isKind(collection) ? WRITTEN : null
  const all = [about, written, rows === true ? null : rows].filter((where) => where != null)
  return all.length > 0 ? { and: all } : rows
}

const reading =
  (collection: Collection, operations: Operation[], visible: typeof visibleDocuments): Access =>
  (args) =>
    reached(rowsFor(collection, operations, args.req), collection, visible, args)

const doing =
  (collection: Collection, ...operations: Operation[]): Access =>
  ({ req }) =>
    rowsFor(collection, operations, req)

/** Without an id Payload asks about many rows at once. */
const updating =
  (collection: Collection): Access =>
  (args) => {
    const saves = args.id === undefined ? 'bulkEdit' : 'edit'
    const rows = rowsFor(collection, [saves, 'restoreFromTrash'], args.req)
    return reached(rows, collection, visibleDocuments, args)
  }

const removing =
  (collection: Collection): Access =>
  (args) =>
    reached(
      rowsFor(collection, ['trash', 'deleteForEver'], args.req),
      ...([collection, visibleDocuments, args] as const),
    )

/** The access of a collection; of a global, `read` and `update` are what matters. */
export const access = (collection: Collection) => ({
  read: reading(collection, ['readLive', 'readWorking'], visibleDocuments),
  readVersions: reading(collection, ['readVersions'], visibleVersions),
  create: doing(collection, 'create'),
  update: updating(collection),
  delete: removing(collection),
})

/** The same of a global, which is one row. */
export const globalAccess = (global: Collection) => ({
  read: doing(global, 'readLive', 'readWorking'),
  readVersions: doing(global, 'readVersions'),
  update: doing(global, 'edit'),
})

/** The access of accounts to the panel and to themselves; no account unlocks another, for nothing locks (docs/decisions/0006). */
export const accountAccess = {
  ...access('users'),
  admin: ({ req }: { req: PayloadRequest }) => roleOf(req.user) !== null,
  unlock: () => false,
}

/** A field that asks for an operation of its own: of any row, or of the account's own where the policy says so. */
export const fieldAccess =
  (collection: Collection, operation: Operation): FieldAccess =>
  ({ doc, id, req }) => {
    const role = askingAs(req)
    const scopes = grantsFor(collection, operation, role).map(({ who }) => who[role])
    const isOwn = req.user !== null && (doc?.id ?? id) === req.user?.id
    return scopes.includes('any') || (scopes.includes('own') && isOwn)
  }

const nobody: FieldAccess = () => false

/** A field that only the site itself writes: a request's value for it is ignored. */
export const NOT_BY_REQUEST = { create: nobody, update: nobody } as const
