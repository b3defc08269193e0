// Records addresses that visitors asked for and that are not there: work for editors, who make a redirect or leave it. Counted by the site.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { LIMITS } from '@/domain/access/limits'

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
  access: access('missed-addresses'),
  fields: [
    { name: 'path', type: 'text', required: true, unique: true, maxLength: LIMITS.encodedPath },
    { name: 'hits', type: 'number', required: true, index: true },
    { name: 'lastHitAt', type: 'date', required: true },
  ],
}
