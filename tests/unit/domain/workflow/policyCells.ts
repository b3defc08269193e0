// The cells of the policy, and a short way to write who may.
import {
  allows,
  COLLECTIONS,
  OPERATIONS,
  POLICY_ROLES,
  type Collection,
  type Operation,
  type PolicyRole,
  type Situation,
} from '@/domain/workflow/policy'
import { VISIBILITIES } from '@/domain/workflow/subject'
import { STATES, type State } from '@/domain/workflow/table'

const YES_NO = [true, false]

const LETTERS: Record<PolicyRole, string> = {
  anonymous: 'N',
  site: 'S',
  writer: 'W',
  reviewer: 'R',
  editor: 'E',
  admin: 'A',
  operator: 'O',
}

/** Who may: a capital for any row, a small letter for own rows only, `-` for nobody. */
export const who = (
  collection: Collection,
  operation: Operation,
  at: Omit<Situation, 'own'>,
): string =>
  POLICY_ROLES.map((role) => {
    if (allows(collection, operation, role, { ...at, own: false })) return LETTERS[role]
    return allows(collection, operation, role, { ...at, own: true })
      ? LETTERS[role].toLowerCase()
      : ''
  }).join('') || '-'

/** Every cell there is. */
export function* cells(): Generator<
  Situation & { of: Collection; operation: Operation; role: PolicyRole }
> {
  const states: (State | null)[] = [...STATES, null]
  for (const of of COLLECTIONS)
    for (const operation of OPERATIONS)
      for (const role of POLICY_ROLES)
        for (const state of states)
          for (const visibility of VISIBILITIES)
            for (const own of YES_NO)
              for (const trashed of YES_NO)
                yield { of, operation, role, state, visibility, own, trashed }
}
