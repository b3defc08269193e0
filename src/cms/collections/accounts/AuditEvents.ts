// Defines the record of accounts and settings: sign-ins, failed ones, changes. The database refuses to alter or remove a row.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { AUDIT_EVENTS } from '@/domain/access/audit'
import { LIMITS } from '@/domain/access/limits'

export const AuditEvents: CollectionConfig = {
  slug: 'audit-events',
  labels: { singular: 'Audit event', plural: 'Audit events' },
  timestamps: false,
  lockDocuments: false,
  defaultSort: '-id',
  admin: {
    group: 'Site',
    hidden: ({ user }) => user?.role !== 'admin',
    useAsTitle: 'what',
    defaultColumns: ['when', 'what', 'account', 'who', 'note', 'client'],
    description:
      'Who signed in, and who changed accounts and settings. Nobody can change this list.',
  },
  access: access('audit-events'),
  fields: [
    { name: 'when', type: 'date', required: true, index: true },
    { name: 'what', type: 'select', required: true, options: [...AUDIT_EVENTS] },
    // Numbers and no relationships: an account that goes leaves its rows as they are.
    { name: 'account', label: 'About account', type: 'number', index: true },
    { name: 'who', label: 'By account', type: 'number' },
    { name: 'client', label: 'From (hashed)', type: 'text', maxLength: LIMITS.label },
    { name: 'note', type: 'text', maxLength: LIMITS.note },
  ],
}
