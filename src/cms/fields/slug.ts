// The last part of a public address, made from a name and then kept.
import type { TextField } from 'payload'
import { LIMITS } from '@/domain/limits'
import { slugify } from '@/domain/slug'

/** A unique slug that follows the named field until somebody saves it. */
export const slug = (from: string): TextField => ({
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  maxLength: LIMITS.slug,
  admin: {
    position: 'sidebar',
    description: 'The last part of its address. Made from the name when left empty.',
  },
  hooks: {
    beforeValidate: [
      ({ value, data, originalDoc }) => {
        const wanted = value || data?.[from] || originalDoc?.[from]
        return wanted ? slugify(String(wanted)) : value
      },
    ],
  },
})
