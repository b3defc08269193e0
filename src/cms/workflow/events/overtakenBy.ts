// Finds in the record the event that a refused event came too late for, and who did it.
import type { PayloadRequest } from 'payload'
import type { WorkflowIssue } from '@/domain/workflow/events/issues'
import { isOvertaken, type LastEvent } from '@/domain/workflow/events/overtaken'
import type { Actor, Request } from '@/domain/workflow/subject'
import type { ActorRole, WorkflowEvent } from '@/domain/workflow/table'
import type { WorkflowEvent as EventRow } from '@/payload-types'
import { namesOf } from '../../records/people'
import type { OvertakenBy } from '@/cms/wording/panelIssue'
import type { WorkflowRow } from '../../records/rows'

/** Undefined when no account's event is the reason. */
export async function overtakenBy(
  { kind, id }: WorkflowRow,
  event: WorkflowEvent,
  request: Request,
  issues: readonly WorkflowIssue[],
  actor: Actor,
  req: PayloadRequest,
): Promise<OvertakenBy | undefined> {
  const { docs } = await req.payload.db.find<EventRow>({
    collection: 'workflow-events',
    where: {
      and: [
        { kind: { equals: kind } },
        { document: { equals: id } },
        // An assignment does not change the state.
        { what: { not_equals: 'assign' } },
      ],
    },
    sort: '-id',
    limit: 1,
    pagination: false,
    req,
  })
  const [last] = docs
  if (!last || !isOvertaken(event, request, issues, lastEvent(last), actor)) return undefined
  const { from, to, what, when, who } = last
  const by = who == null ? null : (await namesOf([who], req))(who)
  return { event: what, from, to, at: when, by }
}

const lastEvent = (row: EventRow): LastEvent => ({
  ...row,
  who: row.who ?? null,
  role: row.role as ActorRole,
})
