// Finds the article that was withdrawn from an address, and what its readers were to be told.
import { tagFor } from '@/domain/cacheTags/cacheTags'
import type { WithdrawalReason } from '@/domain/workflow/subject'
import { findPath } from '@/site/addresses/linkTargets'
import { readerClient } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'

/** `document` is the id of the article whose text is shown under the notice. */
export type Withdrawn =
  { reason: 'gone' } | { reason: 'moved'; to: string } | { reason: 'notice'; document: number }

interface StoredWithdrawal {
  reason: WithdrawalReason
  target: number | null
  /** ISO 8601. */
  at: string
}

/** Undefined where no article was withdrawn. Of several the last one counts; what moved to a page that is itself gone is gone. */
export async function findWithdrawn(path: string): Promise<Withdrawn | undefined> {
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'workflows',
    where: { withdrawnPath: { equals: path } },
    select: { document: true, withdrawal: true },
    tags: [tagFor.path(path)],
  })
  const [last] = docs
    .map((row) => ({ document: row.document, ...(row.withdrawal as unknown as StoredWithdrawal) }))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
  if (!last) return undefined
  const { document, reason, target } = last
  if (reason !== 'moved') return { reason, document }
  const to = await findMovedTo(target, [document])
  return to ? { reason, to } : { reason: 'gone' }
}

/**
 * The address that a moved article's readers are sent to, in one hop: its target may have moved since, or be under a notice.
 * @param passed articles on the way here; a circle has no address
 */
async function findMovedTo(id: number | null, passed: number[]): Promise<string | undefined> {
  if (id === null || passed.includes(id)) return undefined
  const path = await findPath(id)
  if (path) return path
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: 'articles' } }, { document: { equals: id } }] },
    select: { withdrawnPath: true, withdrawal: true },
    tags: [tagFor.link(id)],
  })
  const [row] = docs
  if (!row?.withdrawnPath) return undefined
  addTag(tagFor.path(row.withdrawnPath))
  const { reason, target } = row.withdrawal as unknown as StoredWithdrawal
  if (reason === 'notice') return row.withdrawnPath
  return reason === 'moved' ? findMovedTo(target, [...passed, id]) : undefined
}
