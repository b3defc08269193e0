// Tells how far the documents of a list are: each row asks for its own, and all that ask together are answered by one query.
import type { Payload } from 'payload'
import { visibilityOf, type Id, type Kind, type WorkflowFields } from '@/domain/workflow/subject'
import type { Workflow } from '@/payload-types'
import { shownAt } from '../live/shownAt'

export type ListedState = Pick<WorkflowFields, 'live' | 'state'> &
  Pick<Workflow, 'forced' | 'scheduleFailure' | 'withdrawal'>

export interface ListedDocument extends ListedState {
  /** Where readers find it; null where they get nothing, or it has no page of its own. */
  path: string | null
}

interface Batch {
  ids: Set<Id>
  found: Promise<Map<Id, ListedDocument>>
}

const batches = new Map<Kind, Batch>()

/** Reads past access: ask it only for documents that the account has been given. Undefined for one that is gone. */
export async function stateOf(
  payload: Payload,
  kind: Kind,
  id: Id,
): Promise<ListedDocument | undefined> {
  const batch = batches.get(kind) ?? begin(payload, kind)
  batch.ids.add(id)
  return (await batch.found).get(id)
}

/** React renders the cells of a table in one go, so all of them ask before the next turn of the loop. */
function begin(payload: Payload, kind: Kind): Batch {
  const ids = new Set<Id>()
  const gathered = new Promise<void>((resolve) => void setImmediate(resolve))
  const found = gathered.then(() => {
    batches.delete(kind)
    return findStates(payload, kind, [...ids])
  })
  const batch = { ids, found }
  batches.set(kind, batch)
  return batch
}

// What else a row holds is large: the seals of its approvals.
const SELECT = { document: true, state: true, live: true, forced: true } as const

async function findStates(
  payload: Payload,
  kind: Kind,
  ids: Id[],
): Promise<Map<Id, ListedDocument>> {
  const { docs } = await payload.db.find<Workflow>({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { in: ids } }] },
    select: { ...SELECT, withdrawal: true, scheduleFailure: true },
    pagination: false,
    limit: 0,
  })
  const isShown = (row: Workflow) =>
    ['live', 'notice'].includes(visibilityOf(row as WorkflowFields))
  const shown = docs.filter(isShown).map(({ document }) => document)
  const paths = await shownAt(payload, kind, shown)
  return new Map(
    docs.map((row) => [row.document, { ...row, path: paths.get(row.document) ?? null }]),
  )
}
