// Announces what happens to a document in the workflow to the listeners of the configuration, in the transaction in which it happens.
import type { Payload, PayloadRequest, Plugin } from 'payload'
import type { WorkflowRecord } from '@/domain/workflow/events/apply'
import type { Instant } from '@/domain/time/instant'
import type { Actor, Subject } from '@/domain/workflow/subject'
import type { Effect, WorkflowEvent } from '@/domain/workflow/table'
import type { WorkflowRow } from '@/cms/records/rows'

export interface AppliedEvent {
  event: WorkflowEvent
  does: readonly Effect[]
  actor: Actor
  /** The row and what was judged, both as they were before the event. */
  row: WorkflowRow
  subject: Subject
  record: WorkflowRecord
}

export interface FailedSchedule {
  row: WorkflowRow
  at: Instant
  /** Why, one sentence a line. */
  note: string
}

/** An error in a listener undoes the event with everything else. */
export interface WorkflowListener {
  /** Everything of the event is written but its record. */
  beforeRecord?: (applied: AppliedEvent, req: PayloadRequest) => Promise<void>
  afterRecord?: (applied: AppliedEvent, req: PayloadRequest) => Promise<void>
  /** Only of the first failure; it lasts until an event clears it. */
  afterScheduleFailure?: (failed: FailedSchedule, req: PayloadRequest) => Promise<void>
}

/** The name of the list among the custom data of the configuration, which is what Payload has for plugins. */
const KEY = 'workflowListeners'

/** They are called in the order of the list, each when the one before it is done. */
export const addWorkflowListeners =
  (listeners: readonly WorkflowListener[]): Plugin =>
  (config) => ({ ...config, custom: { ...config.custom, [KEY]: listeners } })

export const listenersOf = ({ config }: Payload): readonly WorkflowListener[] =>
  config.custom[KEY] ?? []
