// Which article was withdrawn from an address, and what its readers were to be told.
import { fact } from '@/domain/facts'
import type { WithdrawalReason } from '@/domain/workflow/subject'
import { findPath } from '@/site/articles/targets'
import { openDoor } from '@/site/payload'

/** `document` is the id of the article whose text is kept under the notice. */
export type Withdrawn =
  { reason: 'gone' } | { reason: 'moved'; to: string } | { reason: 'notice'; document: number }

interface Kept {
  reason: WithdrawalReason
  target: number | null
  /** ISO 8601. */
  at: string
}

/** Undefined where no article was withdrawn. Of several the last one counts; one that moved to a page which is itself gone is gone. */
export async function findWithdrawn(path: string): Promise<Withdrawn | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'workflows',
    where: { withdrawnPath: { equals: path } },
    select: { document: true, withdrawal: true },
    facts: [fact.path(path)],
  })
  const [last] = docs
    .map((row) => ({ document: row.document, ...(row.withdrawal as unknown as Kept) }))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
  if (!last) return undefined
  const { document, reason, target } = last
  if (reason !== 'moved') return { reason, document }
  const to = target === null ? undefined : await findPath(target)
  return to ? { reason, to } : { reason: 'gone' }
}
