// Finds what an event points at: the article that readers are sent to, or the account that gets the work.
import type { PayloadRequest } from 'payload'
import type { Id, Request } from '@/domain/workflow/subject'
import { ASKS_OF, type WorkflowEvent } from '@/domain/workflow/table'
import { findRows } from '../../records/rows'

/** Undefined when nothing was given; a target that does not exist is no more usable than one that is not live. */
export async function findTarget(
  event: WorkflowEvent,
  id: Id | null | undefined,
  req: PayloadRequest,
): Promise<Request['target']> {
  if (id === undefined || id === null) return id
  const usable = ASKS_OF[event].includes('assignee')
    ? await isActive(id, req)
    : (await findRows('articles', [id], req)).some(({ live }) => live)
  return { id, usable }
}

async function isActive(id: Id, req: PayloadRequest): Promise<boolean> {
  const account = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    req,
  })
  return account !== null && account.active !== false
}
