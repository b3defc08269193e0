// Who acts in the model.
import type { PolicyRole } from '@/domain/workflow/policy'
import type { Actor } from '@/domain/workflow/subject'

/** Who acts, in the words of the policy and of the table. */
export interface Person {
  name: string
  role: PolicyRole
  /** Null for who cannot even ask for an event. */
  actor: Actor | null
}
