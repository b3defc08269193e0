// Where comments are stored. A guest's remark comes through the site's own door; both pass the hooks of the collection,
// so whoever is to be told of every comment listens to its `afterChange`.
import type { PayloadRequest, Where } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { Comment } from '@/payload-types'

export interface NewComment {
  kind: Kind
  document: Id
  /** The version it is about: the one that was on the screen. */
  version: number
  text: string
  /** Null: a command on the machine. */
  who: Id | null
}

/** In the transaction of the request, when it has one. */
export const storeComment = (data: NewComment, req: PayloadRequest): Promise<Comment> =>
  req.payload.create({ collection: 'comments', data, depth: 0, req })

export const ofDocument = (kind: Kind, id: Id): Where => ({
  and: [{ kind: { equals: kind } }, { document: { equals: id } }],
})

/** With the document itself its comments go, and the links that showed it. */
export async function removeTalk(kind: Kind, id: Id, req: PayloadRequest): Promise<void> {
  const where = ofDocument(kind, id)
  await req.payload.db.deleteMany({ collection: 'comments', where, req })
  await req.payload.db.deleteMany({ collection: 'review-links', where, req })
}
