// Finds what became of an address whose article was withdrawn.
import type { Article } from '@/domain/articles/article'
import { findNoticedArticle } from '@/site/articles/queries'
import { findWithdrawn } from '../addresses/withdrawn'

export type Withdrawal =
  { reason: 'gone' } | { reason: 'moved'; to: string } | { reason: 'notice'; article: Article }

/** Undefined where no article was withdrawn. */
export async function findWithdrawal(path: string): Promise<Withdrawal | undefined> {
  const withdrawn = await findWithdrawn(path)
  if (withdrawn?.reason !== 'notice') return withdrawn
  const article = await findNoticedArticle(withdrawn.document)
  return article ? { reason: 'notice', article } : { reason: 'gone' }
}
