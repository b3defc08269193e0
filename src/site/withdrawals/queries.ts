// What became of an address whose article was withdrawn.
import type { Article } from '@/domain/article'
import type { WithdrawalReason } from '@/domain/workflow/subject'
import { findNoticedArticle, findPath } from '@/site/articles/queries'
import { openDoor } from '@/site/payload'

export type Withdrawal =
  { reason: 'gone' } | { reason: 'moved'; to: string } | { reason: 'notice'; article: Article }

/** Undefined where no article was withdrawn. One that moved to a page which is itself gone is gone. */
export async function findWithdrawal(path: string): Promise<Withdrawal | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'workflows',
    where: { withdrawnPath: { equals: path } },
    sort: '-updatedAt',
    limit: 1,
  })
  const row = docs[0]
  if (!row) return undefined
  const { reason, target } = row.withdrawal as { reason: WithdrawalReason; target: number | null }
  if (reason === 'moved') {
    const to = target === null ? undefined : await findPath(target)
    return to ? { reason, to } : { reason: 'gone' }
  }
  const article = reason === 'notice' ? await findNoticedArticle(row.document) : undefined
  return article ? { reason: 'notice', article } : { reason: 'gone' }
}
