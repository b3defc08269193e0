// Picks out of a stored workflow what lists say about the state of a document.
import type { WorkflowRow } from '@/cms/records/rows'
import type { ListedState } from '@/cms/workflow/overview/states'

/** Without the rest, which is large: the seals of its approvals. */
export const listedState = ({
  forced,
  live,
  scheduleFailure,
  state,
  withdrawal,
}: WorkflowRow): ListedState =>
  ({ forced, live, scheduleFailure, state, withdrawal }) as unknown as ListedState
