// What no write may do.
import type { Operation } from '@/domain/workflow/policy'

/** No write may do these, whatever the policy says: a policy that allowed one would be wrong, and the model right. */
export const PAST_REVIEW: readonly Operation[] = [
  ...(['editLive', 'publishByStatus', 'unpublishByStatus', 'writeWorkflow'] as const),
]
