// In which fields a save that came too late differs from what somebody else has saved meanwhile.
import type { Difference } from './refusal'

type Data = Record<string, unknown>

/** @param keys the fields that were sent */
export const differences = (keys: string[], yours: Data, theirs: Data): Difference[] =>
  keys
    .filter((key) => JSON.stringify(yours[key]) !== JSON.stringify(theirs[key]))
    .map((field) => ({ field, yours: yours[field] ?? null, theirs: theirs[field] ?? null }))
