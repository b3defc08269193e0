// Stores comments. A guest's remark comes by the site's own route instead; both pass the hooks of the collection,
// so a notifier of every comment listens to its `afterChange`.
import type { PayloadRequest, Where } from 'payload'
import { noteWork } from '../../records/blank'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { Comment } from '@/payload-types'

export interface NewComment {
  kind: Kind
  document: Id
  /** The version it is about: the one that was on the screen. */
  version: number
  text: string
  /** The comment that it answers, which answers none itself. */
  answers?: Id | null
  /** Null: a command on the machine. */
  who: Id | null
}

/** In the transaction of the request, when it has one. */
export async function storeComment(data: NewComment, req: PayloadRequest): Promise<Comment> {
  await noteWork(data.kind, data.document, req)
  return req.payload.create({ collection: 'comments', data, depth: 0, req })
}

export const ofDocument = (kind: Kind, id: Id): Where => ({
  and: [{ kind: { equals: kind } }, { document: { equals: id } }],
})

/** What is said of the document itself is open until it is settled; an answer is as open as what it answers. */
export const ANSWERS_NONE: Where = { answers: { exists: false } }

/** With the document itself its comments go, and the links that showed it. */
export async function removeTalk(kind: Kind, id: Id, req: PayloadRequest): Promise<void> {
  const where = ofDocument(kind, id)
  await req.payload.db.deleteMany({ collection: 'comments', where, req })
  await req.payload.db.deleteMany({ collection: 'review-links', where, req })
}
