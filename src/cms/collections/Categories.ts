// Categories: the one shelf on which an article stands.
import { shelf } from './Shelf'

export const Categories = shelf(
  { slug: 'categories', labels: { singular: 'Category', plural: 'Categories' } },
  'category',
)
