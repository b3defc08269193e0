// The comments of a document as the panel and scripts get them: what is open first, then what was settled.
import type { PayloadRequest } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { Comment } from '@/payload-types'
import { idOf } from '../workflow/documents'
import { namesOf, type Person } from '../workflow/people'
import { ofDocument } from './store'

export interface ShownComment {
  id: number
  text: string
  /** The version it is about. */
  version: number
  when: string
  /** Null for a guest, and for a command on the machine. */
  who: Person | null
  /** The name that a guest gave; nobody vouches for it. */
  guest: string | null
  /** The review link through which a guest came. */
  reviewLink: Id | null
  settled: { at: string; by: Person | null } | null
}

export interface ShownComments {
  /** How many are open; the list may hold fewer. */
  open: number
  /** The open ones first; newest first among them, and among the others. */
  comments: ShownComment[]
}

/** Nobody reads further than this; the oldest are left out. */
const MOST_LISTED = 500

const find = (kind: Kind, id: Id, settled: boolean, req: PayloadRequest) =>
  req.payload.find({
    collection: 'comments',
    where: { and: [ofDocument(kind, id), { settledAt: { exists: settled } }] },
    sort: '-id',
    limit: MOST_LISTED,
    depth: 0,
    overrideAccess: true,
    req,
  })

export async function listComments(
  kind: Kind,
  id: Id,
  req: PayloadRequest,
): Promise<ShownComments> {
  const open = await find(kind, id, false, req)
  const settled = await find(kind, id, true, req)
  const comments = await shown([...open.docs, ...settled.docs], req)
  return { open: open.totalDocs, comments }
}

export async function shown(rows: Comment[], req: PayloadRequest): Promise<ShownComment[]> {
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
  }))
}
