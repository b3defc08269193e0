// Turns the policy's grants into a query: the rows of a collection that an operation of this request may reach.
import type { PayloadRequest, Where } from 'payload'
import { grantsFor, type Collection, type Grant, type Operation } from '@/domain/workflow/policy'
import type { Id } from '@/domain/workflow/subject'
import { LIVE } from './readers'
import { askingAs } from './role'

/** Every row, none, or those that the query finds. */
export type Rows = boolean | Where

/** Whose a row is, where the row itself says so; of the rest the gate finds out. */
const OWN: Partial<Record<Collection, (id: Id) => Where>> = {
  users: (id) => ({ id: { equals: id } }),
  notices: (id) => ({ who: { equals: id } }),
}

/** What readers get, where a query can say so; whether a page shows an image is looked up with the page. */
const SHOWN: Partial<Record<Collection, Where>> = {
  articles: LIVE,
  'faq-items': LIVE,
  'read-also-links': LIVE,
  pages: LIVE,
  workflows: { withdrawnPath: { exists: true } },
}

/**
 * The rows that one of the operations may be done to. Conditions that only a row's workflow tells (its state, whose it
 * is) are left to the gate, which asks again for each row.
 */
export function rowsFor(
  collection: Collection,
  operations: readonly Operation[],
  req: PayloadRequest,
): Rows {
  const role = askingAs(req)
  const conditions = operations.flatMap((operation) =>
    grantsFor(collection, operation, role).map(({ who, visibilities }: Grant) => {
      const own = who[role] === 'own' && req.user && OWN[collection]?.(Number(req.user.id))
      const shown = operation === 'readLive' && visibilities && SHOWN[collection]
      return [own, shown].filter((condition): condition is Where => Boolean(condition))
    }),
  )
  if (conditions.length === 0) return false
  return conditions.some((all) => all.length === 0) || { or: conditions.map((and) => ({ and })) }
}
