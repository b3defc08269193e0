// Defines pages: about, policies and the like. Editors write and publish them themselves; what passes through review are articles.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { path } from '@/cms/fields/path'
import { richText } from '@/cms/fields/richText'
import { assignPath, redirectOldAddress, noteRestoring } from '@/cms/addresses/redirectOldAddress'
import { LIMITS } from '@/domain/access/limits'

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  trash: true,
  versions: { drafts: { schedulePublish: false }, maxPerDoc: 0 },
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    preview: ({ _status, path }) => (_status === 'published' && path ? String(path) : null),
    defaultColumns: ['title', 'path', '_status', 'updatedAt'],
    description:
      'About, editorial policy, contact, privacy: what a reader wants to know of the site itself.',
  },
  access: access('pages'),
  hooks: {
    beforeOperation: [noteRestoring],
    beforeChange: [assignPath('pages')],
    afterChange: [redirectOldAddress('pages')],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: LIMITS.title },
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: LIMITS.summary,
      admin: { description: 'One or two sentences, shown under the title and in search results.' },
    },
    richText('page', { name: 'body' }),
    ...path({ unique: true }),
    {
      name: 'index',
      label: 'Let search engines list this page',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
  ],
}
