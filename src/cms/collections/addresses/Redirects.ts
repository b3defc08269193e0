// Defines redirects: addresses that were, and their present targets.
import type { CollectionConfig } from 'payload'
import { access, NOT_BY_REQUEST } from '@/cms/access/access'
import { url } from '@/cms/fields/url'
import { resolveRedirectChain, repointRedirects } from '@/cms/addresses/redirectChains'
import { importEndpoint } from '@/cms/addresses/importRedirects'
import { LIMITS } from '@/domain/access/limits'
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
  access: access('redirects'),
  disableDuplicate: true,
  hooks: { beforeValidate: [resolveRedirectChain], afterChange: [repointRedirects] },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      maxLength: LIMITS.encodedPath,
      admin: {
        description:
          'The old address on this site, such as /old-name or /?p=123. /blog/* is /blog and all below it; an address of its own comes before *, and a longer one before a shorter one.',
      },
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
      ...url,
      admin: {
        condition: (data) => data?.status !== '410' && !data?.article,
        description:
          'Ends with /* where what stood for * above is to follow. What a visitor’s address has in its query, such as utm_source, goes along.',
      },
      validate: (value: unknown, { data }: { data: Partial<Redirect> }) => {
        if (value && !/^(https?:\/\/|\/)/i.test(String(value)))
          return 'A redirect leads to a path on this site or to a web address.'
        return data.status === '410' || data.article || value
          ? true
          : 'Choose an article or write the address that this leads to.'
      },
    },
    {
      name: 'hits',
      type: 'number',
      access: NOT_BY_REQUEST,
      defaultValue: 0,
      admin: { position: 'sidebar', readOnly: true, description: 'Visits that came this way.' },
    },
    {
      name: 'lastHitAt',
      type: 'date',
      access: NOT_BY_REQUEST,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'automatic',
      label: 'Made by the site',
      access: NOT_BY_REQUEST,
      type: 'checkbox',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        readOnly: true,
        description:
          'Of what moved, or of an article that was imported with this as an old address. It gives way to what takes the address.',
      },
    },
  ],
}
