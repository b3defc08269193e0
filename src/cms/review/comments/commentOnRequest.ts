// Stores the note of a request for changes as a comment, so that an account that answers it works through one list.
import type { WorkflowListener } from '@/cms/workflow/events/listeners'
import { storeComment } from './store'

export const commentOnRequest: WorkflowListener = {
  beforeRecord: async ({ event, record, row }, req) => {
    if (event !== 'requestChanges') return
    const { version, who, note } = record
    await storeComment({ kind: row.kind, document: row.id, version, who, text: note ?? '' }, req)
  },
}
