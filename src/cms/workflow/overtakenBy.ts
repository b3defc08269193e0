// Who did what that a refused event came too late for, as the record has it.
import type { PayloadRequest } from 'payload'
import type { WorkflowIssue } from '@/domain/workflow/issues'
import { isOvertaken } from '@/domain/workflow/overtaken'
import type { Request } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'
import type { WorkflowEvent as EventRow } from '@/payload-types'
import { namesOf } from './people'
import type { OvertakenBy } from './refusal'
import type { WorkflowRow } from './rows'

/** Undefined when nobody's event is the reason. */
export async function overtakenBy(
  { kind, id }: WorkflowRow,
  event: WorkflowEvent,
  request: Request,
  issues: readonly WorkflowIssue[],
  req: PayloadRequest,
): Promise<OvertakenBy | undefined> {
  const { docs } = await req.payload.db.find<EventRow>({
    collection: 'workflow-events',
    where: {
      and: [
        ...[{ kind: { equals: kind } }, { document: { equals: id } }],
        // Whoever it is assigned to, its state stays.
        { what: { not_equals: 'assign' } },
      ],
    },
    ...{ sort: '-id', limit: 1, pagination: false, req },
  })
  const [last] = docs
  if (!last || !isOvertaken(event, request, issues, last)) return undefined
  const { from, to, what, when, who } = last
  const by = who == null ? null : (await namesOf([who], req))(who)
  return { event: what, from, to, at: when, by }
}
