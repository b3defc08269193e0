// Categories: the one shelf on which an article stands.
import { manager } from '@/cms/access/mayDo'
import { shelf } from './Shelf'

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
      access: { create: manager, update: manager },
      admin: { position: 'sidebar', description: 'Besides the approval of an editor.' },
    },
  ],
} satisfies typeof categories
