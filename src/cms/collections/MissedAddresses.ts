// Addresses that visitors asked for and that are not there: work for editors, who make a redirect or leave it. Counted by the site.
import type { Access, CollectionConfig } from 'payload'
import { mayDo } from '@/cms/access/mayDo'
import { LIMITS } from '@/domain/limits'

const never: Access = () => false

export const MissedAddresses: CollectionConfig = {
  slug: 'missed-addresses',
  labels: { singular: 'Missed address', plural: 'Missed addresses' },
  admin: {
    group: 'Site',
    useAsTitle: 'path',
    defaultColumns: ['path', 'hits', 'lastHitAt'],
    description: 'What visitors asked for and did not find. A redirect brings them on.',
  },
  defaultSort: '-hits',
  timestamps: false,
  access: { read: mayDo('organise'), create: never, update: never, delete: mayDo('organise') },
  fields: [
    { name: 'path', type: 'text', required: true, unique: true, maxLength: LIMITS.path },
    { name: 'hits', type: 'number', required: true, index: true },
    { name: 'lastHitAt', type: 'date', required: true },
  ],
}
