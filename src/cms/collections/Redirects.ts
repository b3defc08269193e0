// Redirects: addresses that were, and where they lead now.
import type { CollectionConfig } from 'payload'
import { mayDo } from '@/cms/access/mayDo'
import { readAny } from '@/cms/access/readers'
import { straighten, straightenOthers } from '@/cms/hooks/straightenRedirects'
import { importEndpoint } from '@/cms/redirects/importRedirects'
import { LIMITS } from '@/domain/limits'
import type { Redirect } from '@/payload-types'

export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  endpoints: [importEndpoint],
  admin: {
    components: { beforeListTable: ['/cms/admin/redirects/ImportRedirects#ImportRedirects'] },
    group: 'Site',
    useAsTitle: 'from',
    defaultColumns: ['from', 'status', 'article', 'to', 'hits'],
  },
  access: {
    read: readAny,
    create: mayDo('organise'),
    update: mayDo('organise'),
    delete: mayDo('organise'),
  },
  hooks: { beforeValidate: [straighten], afterChange: [straightenOthers] },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      maxLength: LIMITS.path,
      admin: { description: 'The old address on this site, such as /old-name.' },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: '301',
      options: [
        { value: '301', label: '301 moved for good' },
        { value: '308', label: '308 moved for good, keeps the method' },
        { value: '410', label: '410 gone' },
      ],
    },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      admin: {
        condition: (data) => data?.status !== '410',
        description: 'Follows the article wherever it moves. Or give an address below.',
      },
    },
    {
      name: 'to',
      type: 'text',
      maxLength: LIMITS.url,
      custom: { url: true },
      admin: { condition: (data) => data?.status !== '410' && !data?.article },
      validate: (value: unknown, { data }: { data: Partial<Redirect> }) =>
        data.status === '410' || data.article || value
          ? true
          : 'Choose an article or write the address that this leads to.',
    },
    {
      name: 'hits',
      type: 'number',
      defaultValue: 0,
      admin: { position: 'sidebar', readOnly: true, description: 'Visits that came this way.' },
    },
    { name: 'lastHitAt', type: 'date', admin: { position: 'sidebar', readOnly: true } },
    {
      name: 'automatic',
      label: 'Kept when an article moved',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
}
