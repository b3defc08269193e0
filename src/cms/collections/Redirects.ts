// Redirects: addresses that were, and where they lead now.
import type { CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import { access, KEPT } from '@/cms/access/access'
import { url } from '@/cms/fields/url'
import { refuse } from '@/cms/hooks/refuse'
import { pathMessage } from '@/cms/messages'
import { LIMITS } from '@/domain/limits'
import { normalizePath, pathIssues } from '@/domain/paths'
import type { Redirect } from '@/payload-types'

const checkAddresses: CollectionBeforeValidateHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const redirect = { ...originalDoc, ...data }
  const from = redirect.from && normalizePath(redirect.from)
  const messages = from ? pathIssues(from).map(pathMessage) : []
  if (from && redirect.status !== '410' && !redirect.article && redirect.to === from)
    messages.push('leads to itself.')
  const live =
    from &&
    (await req.payload.find({
      collection: 'articles',
      where: { and: [{ path: { equals: from } }, { _status: { equals: 'published' } }] },
      depth: 0,
      limit: 1,
      req,
    }))
  if (live && live.docs[0]) messages.push(`is the address of the article "${live.docs[0].title}".`)
  refuse(
    'redirects',
    messages.map((message) => ({ path: 'from', message })),
    req,
  )
  return from ? { ...data, from } : data
}

export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  admin: {
    group: 'Site',
    useAsTitle: 'from',
    defaultColumns: ['from', 'status', 'article', 'to', 'hits'],
  },
  access: access('redirects'),
  disableDuplicate: true,
  hooks: { beforeValidate: [checkAddresses] },
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
      ...url,
      admin: { condition: (data) => data?.status !== '410' && !data?.article },
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
      access: KEPT,
      defaultValue: 0,
      admin: { position: 'sidebar', readOnly: true, description: 'Visits that came this way.' },
    },
    {
      name: 'lastHitAt',
      type: 'date',
      access: KEPT,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'automatic',
      label: 'Kept when an article moved',
      access: KEPT,
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
}
