// Finds the document that a request is about, for an account that may do to it what the request asks.
import type { PayloadRequest } from 'payload'
import { allows, type Operation } from '@/domain/workflow/policy'
import { isOwn, visibilityOf, type Actor, type Id, type Kind } from '@/domain/workflow/subject'
import { policyRole } from './actor'
import { findWorking } from '../records/documents'
import { Refused } from '../records/refusal'
import { findRows, type WorkflowRow } from '../records/rows'

/** @throws Refused when there is no such document, it is in the trash, or the policy does not allow it */
export async function openDocument(
  { kind, id, actor }: { kind: Kind; id: Id; actor: Actor },
  operation: Operation,
  req: PayloadRequest,
): Promise<WorkflowRow> {
  const [row] = await findRows(kind, [id], req)
  if (!row || !(await findWorking(kind, id, req))) throw new Refused(404, [{ code: 'notFound' }])
  const { state } = row
  const own = isOwn(row, actor.id)
  const situation = { state, visibility: visibilityOf(row), own, trashed: false }
  if (!allows(kind, operation, policyRole(req), situation))
    throw new Refused(403, [{ code: 'operationNotAllowed', operation, state }])
  return row
}
