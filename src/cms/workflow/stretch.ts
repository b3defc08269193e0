// Where an automatic save begins a version of its own instead of rewriting the last one in place, as Payload would.
import type { PayloadRequest } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/payload-types'
import { authorOf } from './actor'

interface Last {
  savedBy?: number | null
}

/**
 * What another person wrote stays in the history, and so does what an event was about: the text that was submitted,
 * approved or sent back can be compared with what came of it.
 */
export async function beginsStretch(kind: Kind, id: Id, req: PayloadRequest): Promise<boolean> {
  const { db } = req.payload
  const { docs } = await db.findVersions<Last>({
    collection: kind,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const [last] = docs
  if (!last || (last.version.savedBy ?? null) !== authorOf(req)) return true
  const after = last.updatedAt
  const since = await db.findOne<WorkflowEvent>({
    collection: 'workflow-events',
    where: {
      and: [
        { kind: { equals: kind } },
        { document: { equals: id } },
        { when: { greater_than_equal: after } },
      ],
    },
    req,
  })
  return since !== null
}
