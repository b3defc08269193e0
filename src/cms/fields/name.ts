// Defines what the names of people, terms and the site have in common: they appear in sentences that others wrote.
import { LIMITS } from '@/domain/access/limits'

/** Marks a text field as a name; fields/input/guardInput.ts looks for `custom.name`. */
export const isName = { custom: { name: true } }

export const name = { maxLength: LIMITS.name, ...isName }
