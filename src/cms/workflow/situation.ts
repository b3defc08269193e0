// A document as the policy looks at it.
import type { PayloadRequest } from 'payload'
import type { Situation } from '@/domain/workflow/policy'
import { isOwn, standing } from '@/domain/workflow/subject'
import { authorOf } from './actor'
import type { WorkflowRow } from './rows'

export const situationOf = (
  row: WorkflowRow,
  trashed: boolean,
  req: PayloadRequest,
): Situation => ({
  state: row.state,
  standing: standing(row),
  own: isOwn(row, authorOf(req)),
  trashed,
})
