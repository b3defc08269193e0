// Defines the public address of an article or a page, and whether its title can still change it.
import type { Field } from 'payload'
import { NOT_BY_REQUEST } from '@/cms/access/access'
import { LIMITS } from '@/domain/access/limits'

/** Written by `assignPath`; a copy has an address of its own. */
export const path = ({ unique = false } = {}): Field[] => [
  {
    name: 'path',
    type: 'text',
    index: true,
    unique,
    maxLength: LIMITS.encodedPath,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      components: { Field: '/cms/admin/ui/PathField#PathField' },
      description:
        'The public address. It follows the title until you write it yourself, or it goes live.',
    },
  },
  { name: 'pathIsFixed', type: 'checkbox', access: NOT_BY_REQUEST, admin: { hidden: true } },
]
