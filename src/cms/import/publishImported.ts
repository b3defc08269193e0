// Publishes what was imported: by force, as the operator of the machine, recorded like every other event.
import type { PayloadRequest } from 'payload'
import type { SourceDates } from '@/cms/records/sourceDates'
import type { Transaction } from '@/cms/database/transaction'
import { findWorking, idOf } from '@/cms/records/documents'
import { perform, type EventRequest } from '@/cms/workflow/events/perform'
import { Refused } from '@/cms/records/refusal'
import { findRows } from '@/cms/records/rows'
import { OPERATOR } from '@/domain/workflow/subject'
import { findEditor } from './knownSources'
import * as words from './words'

const force = (
  kind: EventRequest['kind'],
  id: number,
  dates: SourceDates,
  transaction: Transaction,
) =>
  perform(transaction, {
    kind,
    id,
    event: 'forcePublish',
    actor: OPERATOR,
    version: 'latest',
    dates,
    note: words.imported(dates),
  })

/**
 * Puts the article live with what is new in it, and the live FAQ items whose answers an import changed.
 * @returns whether it went live; what prevents that is told in `notices`, and then it stays a draft; what was withdrawn stays so
 */
export async function publishImported(
  article: number,
  dates: SourceDates,
  notices: string[],
  transaction: Transaction,
): Promise<boolean> {
  const req = transaction as PayloadRequest
  const [row] = await findRows('articles', [article], req)
  if (row?.withdrawal) {
    notices.push('It was withdrawn, so it is not published again: an editor can do that.')
    return false
  }
  try {
    for (const id of await changedItems(article, req))
      await force('faq-items', id, dates, transaction)
    await force('articles', article, dates, transaction)
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

/** Live FAQ items with a next version that an import has saved; what an editor has begun is the editor's to publish. */
async function changedItems(article: number, req: PayloadRequest): Promise<number[]> {
  const working = await findWorking('articles', article, req)
  const ids = (working?.faqItems ?? []).map((item) => idOf(item) ?? 0)
  const changed: number[] = []
  for (const { id, live, state } of await findRows('faq-items', ids, req))
    if (live && state === 'draft' && !(await findEditor('faq-items', id, req))) changed.push(id)
  return changed
}
