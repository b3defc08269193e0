// Notifies the accounts that have to do with a document of each event on it, and of a scheduled one that failed.
import type { WorkflowListener } from '@/cms/workflow/events/listeners'
import { awaitsExpert, occasionsOf } from '@/domain/workflow/notices'
import { SCHEDULER } from '@/domain/workflow/subject'
import { notify } from './notify'

export const notifyOfEvents: WorkflowListener = {
  afterRecord: async ({ actor, does, event, record, row, subject }, req) => {
    const document = {
      ...row,
      ...subject,
      awaitsExpert: awaitsExpert(subject),
      newAssignee: record.target,
    }
    for (const occasion of occasionsOf(event, does))
      await notify(req, document, { occasion, actor, at: record.when, note: record.note })
  },
  afterScheduleFailure: ({ at, note, row }, req) =>
    notify(req, row, { occasion: 'scheduleFailed', actor: SCHEDULER, at, note }),
}
