// Decides when an automatic save begins a version of its own instead of rewriting the last one in place, as Payload would.
import type { PayloadRequest } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/payload-types'
import { authorOf } from '../../access/actor'
import { LATEST, storedVersion } from '../../records/storedVersion'

interface Last {
  savedBy?: number | null
}

/**
 * What another person wrote stays in the history, and so does what an event was about: the text that was submitted,
 * approved or sent back can be compared with what came of it.
 */
export async function startsNewVersion(kind: Kind, id: Id, req: PayloadRequest): Promise<boolean> {
  const last = await storedVersion<Last>({ kind, id }, req, LATEST)
  if (!last || (last.version.savedBy ?? null) !== authorOf(req)) return true
  const after = last.updatedAt
  const since = await req.payload.db.findOne<WorkflowEvent>({
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
