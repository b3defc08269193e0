// Defines articles: the pages that readers come for.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { targetEndpoints } from '@/cms/collections/articles/references/endpoints'
import { previewUrl } from '@/cms/addresses/preview'
import { drafts } from '@/cms/collections/drafts'
import { assignPath, redirectOldAddress, noteRestoring } from '@/cms/addresses/redirectOldAddress'
import { findNewHomes, deriveHomes, leaveHomes } from '@/cms/workflow/live/deriveHomes'
import { fields } from './fields'
import { deriveReferences, resolveReadAlso, stampDates } from './hooks'

export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  trash: true,
  versions: drafts,
  admin: {
    group: 'Content',
    useAsTitle: 'title',
    defaultColumns: ['title', 'workflowState', 'category', 'authors', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['title', 'path', 'summary'],
    livePreview: { url: ({ data }) => previewUrl(data.id) },
    preview: (doc) => previewUrl(doc.id),
  },
  access: access('articles'),
  endpoints: targetEndpoints,
  hooks: {
    beforeOperation: [noteRestoring],
    beforeChange: [assignPath('articles'), deriveReferences, stampDates],
    afterChange: [redirectOldAddress('articles'), deriveHomes, resolveReadAlso],
    beforeDelete: [leaveHomes],
    afterDelete: [findNewHomes],
  },
  fields,
}
