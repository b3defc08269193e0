// Records what readers searched for and did not find: the words and how often, nothing of the reader. Work for editors.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { LIMITS } from '@/domain/access/limits'

export const MissedSearches: CollectionConfig = {
  slug: 'missed-searches',
  labels: { singular: 'Missed search', plural: 'Missed searches' },
  admin: {
    group: 'Site',
    useAsTitle: 'words',
    defaultColumns: ['words', 'hits', 'lastHitAt'],
    description:
      'Searches without a result: questions that readers have and the site does not answer.',
  },
  defaultSort: '-hits',
  timestamps: false,
  access: access('missed-searches'),
  fields: [
    { name: 'words', type: 'text', required: true, unique: true, maxLength: LIMITS.search },
    { name: 'hits', type: 'number', required: true, index: true },
    { name: 'lastHitAt', type: 'date', required: true },
  ],
}
