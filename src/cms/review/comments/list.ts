// Lists the comments of a document for the panel and for scripts: open ones first, then settled ones, each with its answers.
import type { PayloadRequest } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { Comment } from '@/payload-types'
import { idOf } from '../../records/documents'
import { namesOf, type Person } from '../../records/people'
import { ANSWERS_NONE, ofDocument } from './store'

export interface ShownComment {
  id: number
  text: string
  /** The version it is about. */
  version: number
  when: string
  /** Null for a guest, and for a command on the machine. */
  who: Person | null
  /** The name that a guest gave; it is not verified. */
  guest: string | null
  /** The review link through which a guest came. */
  reviewLink: Id | null
  settled: { at: string; by: Person | null } | null
  /** Oldest first; an answer has none of its own. */
  answers: ShownComment[]
}

export interface ShownComments {
  /** How many are open, answers not counted; the list may hold fewer. */
  open: number
  /** The open ones first; newest first among them, and among the others. */
  comments: ShownComment[]
}

/** No account reads further than this; the oldest are left out. */
const MAX_LISTED = 500

const findComments = (kind: Kind, id: Id, settled: boolean, req: PayloadRequest) =>
  req.payload.find({
    collection: 'comments',
    where: { and: [ofDocument(kind, id), ANSWERS_NONE, { settledAt: { exists: settled } }] },
    sort: '-id',
    limit: MAX_LISTED,
    depth: 0,
    overrideAccess: true,
    req,
  })

export async function listComments(
  kind: Kind,
  id: Id,
  req: PayloadRequest,
): Promise<ShownComments> {
  const open = await findComments(kind, id, false, req)
  const settled = await findComments(kind, id, true, req)
  const comments = [...open.docs, ...settled.docs]
  const answers = await findAnswers(comments, req)
  const all = await showComments([...comments, ...answers], req)
  const answersTo = (comment: Id) =>
    answers.flatMap((row, index) =>
      row.answers === comment ? (all[comments.length + index] ?? []) : [],
    )
  return {
    open: open.totalDocs,
    comments: all
      .slice(0, comments.length)
      .map((comment) => ({ ...comment, answers: answersTo(comment.id) })),
  }
}

async function findAnswers(comments: Comment[], req: PayloadRequest): Promise<Comment[]> {
  if (comments.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'comments',
    where: { answers: { in: comments.map(({ id }) => id) } },
    sort: 'id',
    limit: MAX_LISTED,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs
}

export async function showComments(rows: Comment[], req: PayloadRequest): Promise<ShownComment[]> {
  const people = rows.flatMap(({ who, settledBy }) => [who, settledBy].filter((id) => id != null))
  const nameOf = await namesOf(people, req)
  const person = (id: Id | null | undefined) => (id == null ? null : nameOf(id))
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    version: row.version,
    when: row.createdAt,
    who: person(row.who),
    guest: row.guest ?? null,
    reviewLink: idOf(row.reviewLink),
    settled: row.settledAt ? { at: row.settledAt, by: person(row.settledBy) } : null,
    answers: [],
  }))
}
