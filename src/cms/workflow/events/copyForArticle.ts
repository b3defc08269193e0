// Keeps a change of a shared question or link in one article: a copy with the changed text takes its place there.
import type { PayloadRequest } from 'payload'
import { inTransaction } from '@/cms/database/transaction'
import { asWhoAsks } from '@/cms/access/role'
import { keptHereWords } from '@/cms/wording/workflow'
import { together } from '@/domain/workflow/events/effects'
import { authorsAtStake } from '@/domain/workflow/events/needs'
import { readableText } from '@/domain/text/readableText'
import { replaceReference } from '@/domain/articles/links/replaceReference'
import type { Actor, Id, PartVersion } from '@/domain/workflow/subject'
import { findWorking } from '../../records/documents'
import { Refused } from '../../records/refusal'
import { lockRow, lockRows, writeRow } from '../../records/rows'
import { loadSubject } from '../checklist/subject'
import { perform } from './perform'

export interface Copied {
  /** Of the copy. */
  id: Id
}

/**
 * The shared one goes back to what readers have of it, by the event that discards a next version. Whoever wrote the text counts as
 * an author of the copy: four eyes see the same people as before.
 * @param version of the article that the caller saw
 * @param part the shared question or link as the caller saw it
 * @throws Refused when the account may not edit the article or discard the change, or something has changed since
 */
export async function copyForArticle(
  req: PayloadRequest,
  actor: Actor,
  article: Id,
  version: number,
  part: PartVersion,
): Promise<Copied> {
  return inTransaction(req, async () => {
    const row = await lockRow('articles', article, req)
    const [shared] = await lockRows(part.kind, [part.id], req)
    const loaded = row && (await loadSubject(row, req))
    const text = await findWorking('articles', article, req)
    if (!loaded || !shared || !text) throw new Refused(404, [{ code: 'notFound' }])
    const isCarried = loaded.bundle.some(({ kind, id }) => kind === part.kind && id === part.id)
    if (!isCarried || !shared.live || shared.version !== part.version)
      throw new Refused(409, [{ code: 'partsMoved', field: 'parts', parts: [part] }])
    const copy = await req.payload.duplicate({
      collection: part.kind,
      id: part.id,
      draft: true,
      depth: 0,
      ...asWhoAsks(req),
    })
    const copied = await lockRow(part.kind, copy.id, req)
    if (!copied) throw new Refused(404, [{ code: 'notFound' }])
    const authorsSinceApproval = together(
      copied.authorsSinceApproval,
      shared.approval?.authors ?? [],
      authorsAtStake(shared),
    )
    await writeRow(copied, { authorsSinceApproval }, req)
    const body = replaceReference(readableText('article', text.body), part, copy.id)
    await req.payload.update({
      collection: 'articles',
      id: article,
      draft: true,
      depth: 0,
      data: { body, workflowVersion: version } as never,
      ...asWhoAsks(req),
    })
    const note = keptHereWords(part.kind, loaded.title)
    await perform(req, { ...part, event: 'discard', actor, note })
    return { id: copy.id }
  })
}
