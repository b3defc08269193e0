// Defines review links: one version of a document, shown for a time to a guest. Made and revoked by the workflow's endpoints only.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { LIMITS } from '@/domain/access/limits'
import { WITHDRAWAL_REASONS } from '@/domain/workflow/subject'

export const ReviewLinks: CollectionConfig = {
  slug: 'review-links',
  labels: { singular: 'Review link', plural: 'Review links' },
  admin: { hidden: true, useAsTitle: 'label' },
  access: access('review-links'),
  indexes: [{ fields: ['kind', 'document'] }],
  fields: [
    { name: 'kind', type: 'select', required: true, options: Object.keys(WITHDRAWAL_REASONS) },
    { name: 'document', type: 'number', required: true },
    { name: 'version', type: 'number', required: true },
    { name: 'label', type: 'text', maxLength: LIMITS.name },
    { name: 'createdBy', type: 'number' },
    { name: 'expiresAt', type: 'date', required: true },
    { name: 'revokedAt', type: 'date' },
  ],
}
