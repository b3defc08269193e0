// Adds to a collection with a workflow the endpoints of its history, its comments and its review links.
import type { CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { commentEndpoints } from '@/cms/review/comments/endpoints'
import { removeTalk } from '@/cms/review/comments/store'
import { historyEndpoints } from '@/cms/review/history/endpoints'
import { reviewLinkEndpoints } from '@/cms/review/links/endpoints'
import type { Kind } from '@/domain/workflow/subject'

const removeReview: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  removeTalk(collection.slug as Kind, Number(id), req)

export const addReview = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  endpoints: [
    ...(config.endpoints || []),
    ...historyEndpoints(config.slug as Kind),
    ...commentEndpoints(config.slug as Kind),
    ...reviewLinkEndpoints(config.slug as Kind),
  ],
  hooks: {
    ...config.hooks,
    afterDelete: [...(config.hooks?.afterDelete ?? []), removeReview],
  },
})
