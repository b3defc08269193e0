// Defines what categories and topics have in common: a name with an address.
import type { CollectionConfig } from 'payload'
import { access } from '@/cms/access/access'
import { name } from '@/cms/fields/name'
import { assignSlug, slug } from '@/cms/fields/slug'
import { redirectOldTermAddress } from '@/cms/addresses/redirectOldTermAddress'
import { giveEndpoint } from '@/cms/plugins/giveToAnother'
import { givingField } from '@/cms/plugins/givingField'
import { LIMITS } from '@/domain/access/limits'
import { categoryPath, topicPath } from '@/domain/addresses/paths'

const PATH = { categories: categoryPath, topics: topicPath }

/** A collection of terms; `on` is the field of an article that names one. */
export const termCollection = (
  config: Pick<CollectionConfig, 'labels'> & { slug: 'categories' | 'topics' },
  on: 'category' | 'topics',
): CollectionConfig => ({
  ...config,
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'updatedAt'],
    preview: ({ slug: written }) => (written ? PATH[config.slug](String(written)) : null),
  },
  defaultSort: 'name',
  endpoints: [giveEndpoint(config.slug)],
  access: access(config.slug),
  hooks: { beforeChange: [assignSlug], afterChange: [redirectOldTermAddress(config.slug)] },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, ...name },
    {
      name: 'description',
      type: 'textarea',
      maxLength: LIMITS.description,
      admin: { description: 'What a reader finds here, in a sentence or two.' },
    },
    ...slug,
    {
      name: 'articles',
      type: 'join',
      collection: 'articles',
      on,
      admin: { allowCreate: false, defaultColumns: ['title', 'workflowState', 'publishedAt'] },
    },
    givingField,
  ],
})
