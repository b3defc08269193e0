// The public address of an article or a page, and whether its title can still change it.
import type { Field } from 'payload'
import { KEPT } from '@/cms/access/access'
import { LIMITS } from '@/domain/limits'

/** Kept by `assignPath`; a copy has an address of its own. */
export const path = ({ unique = false } = {}): Field[] => [
  {
    name: 'path',
    type: 'text',
    index: true,
    unique,
    maxLength: LIMITS.path,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      description:
        'The public address. It follows the title until you write it yourself, or it goes live.',
    },
  },
  { name: 'pathIsFixed', type: 'checkbox', access: KEPT, admin: { hidden: true } },
]
