// Defines the place in an article's body where one Read Also link is shown.
import type { Block } from 'payload'

export const ReadAlso: Block = {
  slug: 'readAlso',
  labels: { singular: 'Read Also', plural: 'Read Also' },
  admin: {
    disableBlockName: true,
    components: { Block: '/cms/admin/editor/readAlso/ReadAlsoBlock' },
  },
  interfaceName: 'ReadAlsoBlock',
  fields: [
    {
      name: 'link',
      type: 'relationship',
      relationTo: 'read-also-links',
      required: true,
      admin: {
        description: 'Stands between two paragraphs. At most one in a section, never two in a row.',
      },
    },
  ],
}
