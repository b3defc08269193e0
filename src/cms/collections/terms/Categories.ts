// Defines categories: the one term that every article has.
import type { CollectionConfig } from 'payload'
import { fieldAccess } from '@/cms/access/access'
import { auditCategory } from '@/cms/accounts/audit'
import { termCollection } from './termCollection'

const mayChangeRules = fieldAccess('categories', 'changeRules')

const categories = termCollection(
  { slug: 'categories', labels: { singular: 'Category', plural: 'Categories' } },
  'category',
)

export const Categories: CollectionConfig = {
  ...categories,
  hooks: {
    ...categories.hooks,
    afterChange: [...(categories.hooks?.afterChange ?? []), auditCategory],
  },
  fields: [
    ...categories.fields,
    {
      name: 'expertReview',
      label: 'Articles need the review of a subject expert',
      type: 'checkbox',
      defaultValue: false,
      access: { create: mayChangeRules, update: mayChangeRules },
      admin: { position: 'sidebar', description: 'Besides the approval of an editor.' },
    },
  ],
}
