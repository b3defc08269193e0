// Defines what every field for an address of a link has in common. Whether it may be linked is checked with all other input.
import type { FieldHook } from 'payload'
import { LIMITS } from '@/domain/access/limits'

/** What was pasted often brings a space along. */
const trim: FieldHook = ({ value }) => (typeof value === 'string' ? value.trim() : value)

/** Marks a text field as an address; fields/input/guardInput.ts looks for `custom.url`. */
export const url = {
  maxLength: LIMITS.url,
  custom: { url: true },
  hooks: { beforeValidate: [trim] },
}
