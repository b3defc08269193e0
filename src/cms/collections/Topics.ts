// Topics: what an article is about besides its category.
import { shelf } from './Shelf'

export const Topics = shelf(
  { slug: 'topics', labels: { singular: 'Topic', plural: 'Topics' } },
  'topics',
)
