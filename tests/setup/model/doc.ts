// A document of the model.
import type { Id, Kind, WorkflowFields } from '@/domain/workflow/subject'
import type { Text } from './texts'

export interface Doc {
  kind: Kind
  id: Id
  fields: WorkflowFields
  version: number
  createdBy: Id | null
  /** Who wrote the working version. */
  savedBy: Id | null
  working: Text
  /** What readers get, or got until it was withdrawn. */
  shown: Text | null
  /** Where readers found it when it was withdrawn. */
  withdrawnPath: string | null
  trashed: boolean
  /** Why the schedule could not publish it: the codes. */
  failure: string[] | null
  /** What one of its versions names, as `kind/id`. */
  named: Set<string>
  /** Its address follows its title. */
  follows: boolean
}
