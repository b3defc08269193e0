// What became of an address whose article was withdrawn.
import type { Article } from '@/domain/article'
import { fact } from '@/domain/facts'
import type { WithdrawalReason } from '@/domain/workflow/subject'
import { findNoticedArticle, findPath } from '@/site/articles/queries'
import { openDoor } from '@/site/payload'

export type Withdrawal =
  { reason: 'gone' } | { reason: 'moved'; to: string } | { reason: 'notice'; article: Article }

interface Withdrawn {
  reason: WithdrawalReason
  target: number | null
  /** ISO 8601. */
  at: string
}

/** Undefined where no article was withdrawn. Of several the last one counts; one that moved to a page which is itself gone is gone. */
export async function findWithdrawal(path: string): Promise<Withdrawal | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'workflows',
    where: { withdrawnPath: { equals: path } },
    select: { document: true, withdrawal: true },
    facts: [fact.path(path)],
  })
  const [last] = docs
    .map((row) => ({ document: row.document, ...(row.withdrawal as unknown as Withdrawn) }))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
  if (!last) return undefined
  const { document, reason, target } = last
  if (reason === 'moved') {
    const to = target === null ? undefined : await findPath(target)
    return to ? { reason, to } : { reason: 'gone' }
  }
  const article = reason === 'notice' ? await findNoticedArticle(document) : undefined
  return article ? { reason: 'notice', article } : { reason: 'gone' }
}
