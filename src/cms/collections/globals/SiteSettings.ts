// Defines the settings of the publication: its name, who is behind it, what its about page says.
import { randomBytes } from 'node:crypto'
import type { GlobalBeforeChangeHook, GlobalConfig } from 'payload'
import { fieldAccess, globalAccess } from '@/cms/access/access'
import { auditSettings } from '@/cms/accounts/audit'
import { name } from '@/cms/fields/name'
import { url } from '@/cms/fields/url'
import { isIndexNowKey } from '@/domain/discovery/indexNow'
import { LIMITS } from '@/domain/access/limits'
import { isTimeZone } from '@/domain/time/instant'
import type { SiteSetting } from '@/payload-types'

const mayChangeRules = fieldAccess('site-settings', 'changeRules')

/** A search engine that is told of changes asks for a key that proves whose they are. */
const makeKey: GlobalBeforeChangeHook = ({ data }) => {
  const { endpoint, key } = (data as SiteSetting).indexNow ?? {}
  return endpoint && !key
    ? { ...data, indexNow: { endpoint, key: randomBytes(16).toString('hex') } }
    : data
}

export const SiteSettings: GlobalConfig = {
  slug: 'site-settings',
  label: 'Site settings',
  admin: { group: 'Site' },
  access: globalAccess('site-settings'),
  hooks: { beforeChange: [makeKey], afterChange: [auditSettings] },
  fields: [
    {
      name: 'name',
      label: 'Name of the site',
      type: 'text',
      required: true,
      defaultValue: 'Backstory',
      ...name,
    },
    {
      name: 'description',
      type: 'textarea',
      required: true,
      defaultValue: 'Plain, careful articles on everyday health and movement.',
      maxLength: LIMITS.seoDescription,
      admin: { description: 'Shown on the home page and to search engines.' },
    },
    {
      name: 'language',
      type: 'text',
      required: true,
      defaultValue: 'en',
      maxLength: 35,
      admin: { description: 'Of the articles, as a language tag such as en or en-GB.' },
      validate: (value: unknown) => {
        try {
          Intl.getCanonicalLocales(String(value))
          return true
        } catch {
          return 'Use a language tag such as en, en-GB or de.'
        }
      },
    },
    {
      name: 'fourEyes',
      label: 'Who wrote the changes cannot approve them',
      type: 'checkbox',
      defaultValue: true,
      access: { update: mayChangeRules },
      admin: {
        description: 'A team of one may switch this off; the record then says so on each event.',
      },
    },
    {
      name: 'timeZone',
      type: 'text',
      required: true,
      defaultValue: 'UTC',
      maxLength: 64,
      access: { update: mayChangeRules },
      admin: { description: 'In which dates of publication are given, such as Europe/Berlin.' },
      validate: (value: unknown) =>
        isTimeZone(String(value)) || 'Use the name of a time zone, such as Europe/Berlin.',
    },
    {
      name: 'organization',
      type: 'group',
      admin: { description: 'The byline of articles without an author leads to /about.' },
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          defaultValue: 'Backstory',
          ...name,
        },
        {
          name: 'description',
          type: 'textarea',
          required: true,
          defaultValue:
            'We publish articles that are written by people, checked before they appear, and corrected in the open.',
          maxLength: LIMITS.description,
        },
        { name: 'logo', type: 'upload', relationTo: 'media' },
      ],
    },
    {
      name: 'shareImage',
      label: 'Picture to share',
      type: 'upload',
      relationTo: 'media',
      admin: {
        description:
          'Shown where somebody shares a page that has no picture of its own; 1200 by 630 pixels or more.',
      },
    },
    {
      name: 'leadArticle',
      type: 'relationship',
      relationTo: 'articles',
      admin: { description: 'First on the home page; the newest one when left empty or not live.' },
    },
    {
      name: 'crawlers',
      label: 'Crawlers of answer engines',
      type: 'group',
      fields: [
        {
          name: 'search',
          label: 'May read the site for their search and quote it',
          type: 'checkbox',
          defaultValue: true,
        },
        {
          name: 'training',
          label: 'May train models on the site',
          type: 'checkbox',
          defaultValue: false,
        },
      ],
    },
    {
      name: 'indexNow',
      label: 'IndexNow',
      type: 'group',
      admin: { description: 'Tells search engines of each publication, change and withdrawal.' },
      fields: [
        {
          name: 'endpoint',
          type: 'text',
          ...url,
          access: { update: mayChangeRules },
          admin: {
            description:
              'Such as https://api.indexnow.org/indexnow. Nothing is sent while this is empty.',
          },
          validate: (value: unknown) =>
            !value ||
            (typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)) ||
            'Write an http or https address, or nothing.',
        },
        {
          name: 'key',
          type: 'text',
          maxLength: 128,
          access: { update: mayChangeRules },
          admin: { description: '8 to 128 letters, digits or hyphens; made when left empty.' },
          validate: (value: unknown) =>
            !value ||
            (typeof value === 'string' && isIndexNowKey(value)) ||
            'Use 8 to 128 letters, digits or hyphens.',
        },
      ],
    },
  ],
}
