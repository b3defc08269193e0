// Notifies the accounts that have to do with a document of each comment on it, a guest's on a review link too.
import type { CollectionAfterChangeHook } from 'payload'
import { notify } from '@/cms/notices/notify'
import type { Comment } from '@/payload-types'
import { idOf } from '../../records/documents'
import { isByEvent } from '../../records/pass'
import { findRows } from '../../records/rows'

/** The note of a request for changes is a comment too, and of that the event itself tells. */
export const notifyOfComment: CollectionAfterChangeHook<Comment> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create' || isByEvent(req)) return
  const { kind, document, version, who, guest, text, createdAt: at } = doc
  const [row] = await findRows(kind, [document], req)
  if (!row) return
  const link = idOf(doc.reviewLink)
  const actor = { id: who ?? null, role: null }
  const news =
    link === null
      ? ({ occasion: 'comment', actor, at, note: text } as const)
      : ({ occasion: 'remark', actor, at, note: `${guest}: ${text}` } as const)
  await notify(req, { ...row, version, reviewLink: link }, news)
}
