// Defines the place in an article's body where FAQ items are shown.
import type { Block } from 'payload'
import { LIMITS } from '@/domain/access/limits'

export const FaqSection: Block = {
  slug: 'faqSection',
  labels: { singular: 'FAQ section', plural: 'FAQ sections' },
  admin: {
    disableBlockName: true,
    components: { Block: '/cms/admin/editor/faqSection/FaqSectionBlock' },
  },
  interfaceName: 'FaqSectionBlock',
  fields: [
    {
      name: 'heading',
      type: 'text',
      defaultValue: 'People Also Ask',
      maxLength: LIMITS.heading,
    },
    {
      name: 'items',
      label: 'FAQ items',
      type: 'relationship',
      relationTo: 'faq-items',
      hasMany: true,
      required: true,
      admin: {
        description: 'In the order in which readers see them. Each may stand in several articles.',
      },
    },
  ],
}
