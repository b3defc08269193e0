// Decides which of the policy's operations a write is, from what is stored, what was asked and what would come of it.
import type { WriteArguments } from '@/cms/records/requestContext'
import type { Operation } from '@/domain/workflow/policy'

export interface Write {
  /** What Payload was asked to do. */
  asked: WriteArguments['asked']
  /** Saves a new working version and leaves the row that readers get alone. */
  savesDraft: boolean
  /** The status that was given; undefined when none was. */
  status: unknown
  /** Of the working version before. */
  statusBefore: unknown
  /** The row holds what readers get, or got until it was withdrawn. */
  holdsLive: boolean
  live: boolean
  trashedBefore: boolean
  trashedAfter: boolean
  /** Whether anything but the way into or out of the trash would change. */
  changesContent: boolean
}

/** All of them must be allowed. */
export function operationsOf(write: Write): Operation[] {
  const { asked, savesDraft, status, statusBefore, trashedBefore, trashedAfter } = write
  if (asked === 'create' || asked === 'duplicate')
    return [asked, ...(status === 'published' ? (['publishByStatus'] as const) : [])]
  const moves: Operation[] =
    trashedBefore === trashedAfter ? [] : [trashedAfter ? 'trash' : 'restoreFromTrash']
  // Readers get nothing of what may go into the trash.
  const onlyMoves = moves.length > 0 && !write.changesContent
  const saves: Operation[] =
    asked === 'restoreVersion'
      ? ['restoreVersion']
      : asked === 'bulkUpdate'
        ? ['edit', 'bulkEdit']
        : ['edit']
  return [
    ...moves,
    ...(onlyMoves ? [] : saves),
    ...(status === 'published' && !savesDraft ? (['publishByStatus'] as const) : []),
    ...(savesDraft || onlyMoves
      ? []
      : liveOperations(write, (status ?? statusBefore) === 'published')),
  ]
}

const liveOperations = ({ holdsLive, live }: Write, staysPublished: boolean): Operation[] => {
  if (!holdsLive) return []
  return [live && !staysPublished ? 'unpublishByStatus' : 'editLive']
}
