// Records where each FAQ item is marked up. It is apart from the item's versions: a home is a fact about the site, not about a text.
import type { CollectionConfig, Where } from 'payload'
import { access, NOT_BY_REQUEST } from '@/cms/access/access'
import { LIVE } from '@/cms/access/readers'

export const FaqHomes: CollectionConfig = {
  slug: 'faq-homes',
  labels: { singular: 'FAQ home', plural: 'FAQ homes' },
  admin: {
    hidden: true,
    useAsTitle: 'id',
    description: 'The one article that carries the markup of an FAQ item.',
  },
  access: access('faq-homes'),
  fields: [
    {
      name: 'item',
      type: 'relationship',
      relationTo: 'faq-items',
      required: true,
      unique: true,
      access: NOT_BY_REQUEST,
      admin: { readOnly: true },
    },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      index: true,
      filterOptions: ({ data }): Where => ({
        and: [LIVE, { faqItems: { in: [data?.item] } }],
      }),
      admin: { description: 'A live article that shows this item.' },
    },
  ],
}
