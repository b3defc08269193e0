// Review links: one version of a document, shown for a time to somebody without an account. Made and revoked by the workflow's endpoints only.
import type { Access, CollectionConfig } from 'payload'
import { readAny } from '@/cms/access/readers'
import { LIMITS } from '@/domain/limits'
import { WITHDRAWAL_REASONS } from '@/domain/workflow/subject'

const never: Access = () => false

export const ReviewLinks: CollectionConfig = {
  slug: 'review-links',
  labels: { singular: 'Review link', plural: 'Review links' },
  admin: { hidden: true, useAsTitle: 'label' },
  // The readers' side compares a token with the row that it names.
  access: { read: readAny, create: never, update: never, delete: never },
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
