// Payload's access functions of every collection, global and guarded field, all made from the policy's one table.
import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { grantsFor, type Collection, type Operation } from '@/domain/workflow/policy'
import { askingAs, roleOf } from './role'
import { rowsFor } from './rows'
import { visibleAbout, visibleDocuments, visibleVersions } from './trash'

const reading =
  (collection: Collection, operations: Operation[], visible: typeof visibleDocuments): Access =>
  async ({ id, req }) => {
    const rows = rowsFor(collection, operations, req)
    // Readers get only what is live, and that is not in the trash.
    const where =
      req.user && rows
        ? ((await visible(collection, req, typeof id === 'number' ? id : undefined)) ??
          (await visibleAbout(collection, req)))
        : undefined
    if (!where || rows === false) return rows
    return rows === true ? where : { and: [rows, where] }
  }

const doing =
  (collection: Collection, ...operations: Operation[]): Access =>
  ({ req }) =>
    rowsFor(collection, operations, req)

/** Without an id Payload asks about many rows at once. */
const updating =
  (collection: Collection): Access =>
  ({ id, req }) =>
    rowsFor(collection, [id === undefined ? 'bulkEdit' : 'edit', 'restoreFromTrash'], req)

/** The access of a collection; of a global, `read` and `update` are what matters. */
export const access = (collection: Collection) => ({
  read: reading(collection, ['readLive', 'readWorking'], visibleDocuments),
  readVersions: reading(collection, ['readVersions'], visibleVersions),
  create: doing(collection, 'create'),
  update: updating(collection),
  delete: doing(collection, 'trash', 'deleteForEver'),
})

/** The same of a global, which is one row. */
export const globalAccess = (global: Collection) => ({
  read: doing(global, 'readLive', 'readWorking'),
  update: doing(global, 'edit'),
})

/** The access of accounts to the panel and to themselves; nobody unlocks, for nothing locks (docs/decisions/0006). */
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

/** A field that the site itself keeps: what a request says of it is not heard. */
export const KEPT = { create: nobody, update: nobody } as const
