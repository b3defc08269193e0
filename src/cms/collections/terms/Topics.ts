// Defines topics: what an article is about besides its category.
import { termCollection } from './termCollection'

export const Topics = termCollection(
  { slug: 'topics', labels: { singular: 'Topic', plural: 'Topics' } },
  'topics',
)
