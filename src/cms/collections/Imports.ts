// Records which source an article was imported from, so that the same source never makes a second article.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'

export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: 'Import', plural: 'Imports' },
  admin: { hidden: true, useAsTitle: 'file' },
  access: access('imports'),
  fields: [
    { name: 'article', type: 'relationship', relationTo: 'articles', unique: true },
    // What says which source it is, the strongest first; src/domain/textImport/source/sameArticle.ts compares them.
    { name: 'sourceId', type: 'text', index: true },
    { name: 'site', type: 'text' },
    { name: 'address', type: 'text', index: true },
    { name: 'file', type: 'text', index: true },
    { name: 'name', type: 'text', index: true },
    { name: 'hash', type: 'text', required: true, index: true },
    // What it looks like, which decides nothing.
    { name: 'titleKey', type: 'text', required: true, index: true },
    {
      name: 'lines',
      type: 'json',
      required: true,
      admin: { description: 'A fingerprint of each line of the source.' },
    },
    // The dates that the source states, for the publication of its article.
    { name: 'publishedAt', type: 'date' },
    { name: 'modifiedAt', type: 'date' },
  ],
}
