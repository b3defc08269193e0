// Decides whether the panel offers to edit a document, by the policy: one that is scheduled, or in review for its writer, is read-only.
import type { Access, CollectionConfig, PayloadRequest } from 'payload'
import { allows } from '@/domain/workflow/policy'
import type { Kind } from '@/domain/workflow/subject'
import { authorOf, policyRole } from '../../access/actor'
import { findRows, situationOf } from '../../records/rows'

/**
 * Called for the panel, and for lists of permissions. A write passes here by the role alone, because the gate judges it
 * by the same policy and, unlike an access function, says why it refuses.
 * @param isWrite whether an operation that writes has begun
 */
export const mayEdit =
  ({ access, slug }: CollectionConfig, isWrite: (req: PayloadRequest) => boolean): Access =>
  async (args) => {
    const { data, id, req } = args
    const byRole = (await access?.update?.(args)) ?? false
    if (byRole === false || id === undefined || isWrite(req)) return byRole
    const kind = slug as Kind
    const [row] = await findRows(kind, [Number(id)], req)
    if (!row) return false
    const trashed = Boolean((data as { deletedAt?: unknown } | undefined)?.deletedAt)
    const operation = trashed ? 'restoreFromTrash' : 'edit'
    return allows(kind, operation, policyRole(req), situationOf(row, trashed, authorOf(req)))
  }
