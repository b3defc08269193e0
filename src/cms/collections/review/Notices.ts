// Defines notices: which account is to learn of what, in the panel and by mail. Each row is also the mail's outbox.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { noticesEndpoints } from '@/cms/notices/endpoints'
import { LIMITS } from '@/domain/access/limits'
import { WITHDRAWAL_REASONS } from '@/domain/workflow/subject'

export const Notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: 'Notice', plural: 'Notices' },
  admin: { hidden: true, useAsTitle: 'what' },
  access: access('notices'),
  endpoints: noticesEndpoints,
  fields: [
    { name: 'who', type: 'number', required: true, index: true },
    // An occasion of src/domain/workflow/notices.ts.
    { name: 'what', type: 'text', required: true, maxLength: LIMITS.label },
    { name: 'kind', type: 'select', required: true, options: Object.keys(WITHDRAWAL_REASONS) },
    { name: 'document', type: 'number', required: true },
    { name: 'version', type: 'number', required: true },
    // The account that caused it; none for the clock.
    { name: 'by', type: 'number' },
    { name: 'note', type: 'textarea', maxLength: LIMITS.note },
    { name: 'seenAt', type: 'date' },
    { name: 'mailedAt', type: 'date', index: true },
    { name: 'mailTries', type: 'number', required: true, defaultValue: 0 },
    { name: 'mailFailure', type: 'text', maxLength: LIMITS.url },
  ],
}
