// Defines the workflow's record: one row for each accepted event, written with what it changed. The database refuses to alter or remove a row.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { LIMITS } from '@/domain/access/limits'
import { WITHDRAWAL_REASONS } from '@/domain/workflow/subject'
import { STATES, WORKFLOW_EVENTS } from '@/domain/workflow/table'

export const WorkflowEvents: CollectionConfig = {
  slug: 'workflow-events',
  labels: { singular: 'Workflow event', plural: 'Workflow events' },
  timestamps: false,
  admin: { hidden: true, useAsTitle: 'what' },
  access: access('workflow-events'),
  indexes: [{ fields: ['kind', 'document'] }],
  fields: [
    { name: 'kind', type: 'select', required: true, options: Object.keys(WITHDRAWAL_REASONS) },
    { name: 'document', type: 'number', required: true },
    // A number and no relationship: an account that goes leaves its rows as they are.
    { name: 'who', type: 'number' },
    { name: 'role', type: 'text', required: true },
    { name: 'when', type: 'date', required: true, index: true },
    { name: 'what', type: 'select', required: true, options: [...WORKFLOW_EVENTS] },
    { name: 'from', type: 'select', required: true, options: [...STATES] },
    { name: 'to', type: 'select', required: true, options: [...STATES] },
    { name: 'version', type: 'number', required: true },
    { name: 'note', type: 'textarea', maxLength: LIMITS.note },
    { name: 'fourEyesOff', type: 'checkbox', defaultValue: false },
    { name: 'at', type: 'date' },
    { name: 'reason', type: 'select', options: [...WITHDRAWAL_REASONS.articles] },
    { name: 'target', type: 'number' },
  ],
}
