// Publishing what was imported: by force, as the operator of the machine, recorded like every other event.
import type { PayloadRequest } from 'payload'
import type { Transaction } from '@/cms/transaction'
import { perform, type EventRequest } from '@/cms/workflow/perform'
import { Refused } from '@/cms/workflow/refusal'
import { findRows } from '@/cms/workflow/rows'
import { OPERATOR } from '@/domain/workflow/subject'

const NOTE = 'imported'

const force = (kind: EventRequest['kind'], id: number, transaction: Transaction) =>
  perform(transaction, {
    ...{ kind, id, event: 'forcePublish', actor: OPERATOR, version: 'latest', note: NOTE },
  })

/**
 * Puts the article live with what is new in it, and the live FAQ items whose answers the source changed.
 * @returns whether it went live; what keeps it from that is told in `notices`, and then it stays a draft; what was withdrawn stays so
 */
export async function publishImported(
  article: number,
  faqItems: number[],
  notices: string[],
  transaction: Transaction,
): Promise<boolean> {
  const [row] = await findRows('articles', [article], transaction as PayloadRequest)
  if (row?.withdrawal) {
    notices.push('It was withdrawn, so it is not published again: an editor can do that.')
    return false
  }
  try {
    const rows = await findRows('faq-items', faqItems, transaction as PayloadRequest)
    const changed = rows.filter(({ live, state }) => live && state === 'draft')
    for (const { id } of changed) await force('faq-items', id, transaction)
    await force('articles', article, transaction)
    return true
  } catch (error) {
    const isDraft =
      error instanceof Refused &&
      error.issues.every(({ code }) => !/^fieldInvalid$|^pathTaken$/.test(code))
    if (!isDraft) throw error
    const why = error.issues.map((issue) =>
      'field' in issue ? `${issue.field}: ${issue.code}` : issue.code,
    )
    notices.push(`Saved as a draft, not published: ${why.join(', ')}.`)
    return false
  }
}
