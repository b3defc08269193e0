// Categories: the one shelf on which an article stands.
import { fieldAccess } from '@/cms/access/access'
import { shelf } from './Shelf'

const mayChangeRules = fieldAccess('categories', 'changeRules')

const categories = shelf(
  { slug: 'categories', labels: { singular: 'Category', plural: 'Categories' } },
  'category',
)

export const Categories = {
  ...categories,
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
} satisfies typeof categories
