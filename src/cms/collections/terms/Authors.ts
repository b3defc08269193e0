// Defines authors: public bylines with credentials. They are not accounts: a person who signs in is a user.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { isName, name } from '@/cms/fields/name'
import { assignSlug, slug } from '@/cms/fields/slug'
import { url } from '@/cms/fields/url'
import { redirectOldTermAddress } from '@/cms/addresses/redirectOldTermAddress'
import { givingField } from '@/cms/plugins/givingField'
import { giveEndpoint } from '@/cms/plugins/giveToAnother'
import { LIMITS } from '@/domain/access/limits'
import { authorPath } from '@/domain/addresses/paths'

export const Authors: CollectionConfig = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    preview: ({ slug: written }) => (written ? authorPath(String(written)) : null),
    defaultColumns: ['name', 'credentials', 'updatedAt'],
  },
  defaultSort: 'name',
  endpoints: [giveEndpoint('authors')],
  access: access('authors'),
  hooks: { beforeChange: [assignSlug], afterChange: [redirectOldTermAddress('authors')] },
  fields: [
    { name: 'name', type: 'text', required: true, ...name },
    {
      type: 'row',
      fields: [
        {
          name: 'credentials',
          type: 'text',
          maxLength: LIMITS.credentials,
          ...isName,
          admin: { description: 'Shown after the name, such as "Physiotherapist, MSc".' },
        },
        { name: 'jobTitle', type: 'text', maxLength: LIMITS.credentials, ...isName },
      ],
    },
    { name: 'description', type: 'textarea', maxLength: LIMITS.description },
    { name: 'photo', type: 'upload', relationTo: 'media' },
    {
      name: 'profiles',
      type: 'array',
      maxRows: 10,
      admin: { description: 'Pages elsewhere that are about this person, such as a register.' },
      fields: [
        {
          name: 'url',
          label: 'URL',
          type: 'text',
          required: true,
          ...url,
        },
      ],
    },
    ...slug,
    {
      name: 'articles',
      type: 'join',
      collection: 'articles',
      on: 'authors',
      admin: { allowCreate: false, defaultColumns: ['title', 'workflowState', 'publishedAt'] },
    },
    givingField,
  ],
}
