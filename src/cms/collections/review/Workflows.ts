// Stores how far each document has come: one row per article, FAQ item and Read Also link, beside its versions. Only the workflow writes here.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { WITHDRAWAL_REASONS } from '@/domain/workflow/subject'
import { STATES } from '@/domain/workflow/table'

export const Workflows: CollectionConfig = {
  slug: 'workflows',
  labels: { singular: 'Workflow', plural: 'Workflows' },
  admin: { hidden: true, useAsTitle: 'id' },
  access: access('workflows'),
  indexes: [{ fields: ['kind', 'document'], unique: true }],
  fields: [
    { name: 'kind', type: 'select', required: true, options: Object.keys(WITHDRAWAL_REASONS) },
    { name: 'document', type: 'number', required: true },
    { name: 'version', type: 'number', required: true },
    { name: 'createdBy', type: 'number', index: true },
    { name: 'state', type: 'select', required: true, options: [...STATES], index: true },
    { name: 'live', type: 'checkbox', required: true, defaultValue: false },
    { name: 'withdrawal', type: 'json' },
    { name: 'withdrawnPath', type: 'text', index: true },
    { name: 'approval', type: 'json' },
    { name: 'expertApproval', type: 'json' },
    { name: 'authorsSinceApproval', type: 'json' },
    { name: 'authorsOfLive', type: 'json' },
    { name: 'scheduledAt', type: 'date', index: true },
    { name: 'scheduleFailure', type: 'json' },
    { name: 'assignee', type: 'number', index: true },
    { name: 'forced', type: 'json' },
  ],
}
