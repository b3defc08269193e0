// Defines the fields of an article, in the order in which an editor meets them.
import type { Field, Tab } from 'payload'
import { NOT_BY_REQUEST } from '@/cms/access/access'
import { path } from '@/cms/fields/path'
import { richText } from '@/cms/fields/richText'
import { url } from '@/cms/fields/url'
import { LIMITS } from '@/domain/access/limits'

const content: Tab = {
  label: 'Content',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: LIMITS.title },
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: LIMITS.summary,
      admin: {
        description: 'One or two sentences. Shown under the title, in lists and in search results.',
      },
    },
    {
      name: 'heroImage',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Optional. Shown under the title and when the page is shared.' },
    },
    richText('article', { name: 'body' }),
  ],
}

const trust: Tab = {
  label: 'People and sources',
  fields: [
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'authors',
      hasMany: true,
      admin: {
        description: 'The byline. Without an author it is the organisation, with its about page.',
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'reviewer',
          type: 'relationship',
          relationTo: 'authors',
          admin: { description: 'Who checked the whole page for accuracy. Shown to readers.' },
        },
        { name: 'lastReviewed', type: 'date', admin: { date: { pickerAppearance: 'dayOnly' } } },
        { name: 'nextReview', type: 'date', admin: { date: { pickerAppearance: 'dayOnly' } } },
      ],
    },
    {
      name: 'sources',
      type: 'array',
      maxRows: 50,
      admin: { description: 'What the article rests on, listed at its end.' },
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: LIMITS.sourceTitle },
        {
          type: 'row',
          fields: [
            { name: 'publisher', type: 'text', maxLength: LIMITS.publisher },
            { name: 'year', type: 'number', min: 1000, max: 9999 },
            { name: 'accessed', type: 'date', admin: { date: { pickerAppearance: 'dayOnly' } } },
          ],
        },
        { name: 'url', label: 'URL', type: 'text', ...url },
      ],
    },
    {
      name: 'corrections',
      type: 'array',
      maxRows: 50,
      admin: {
        description: 'What was wrong and has been put right, shown to readers with its date.',
      },
      fields: [
        {
          name: 'date',
          type: 'date',
          required: true,
          admin: { date: { pickerAppearance: 'dayOnly' } },
        },
        { name: 'text', type: 'textarea', required: true, maxLength: LIMITS.correction },
      ],
    },
  ],
}

const search: Tab = {
  label: 'Search engines',
  fields: [
    {
      name: 'seoTitle',
      label: 'Title for search engines',
      type: 'text',
      maxLength: LIMITS.seoTitle,
      admin: { description: 'Only when it should differ from the title.' },
    },
    {
      name: 'seoDescription',
      label: 'Description for search engines',
      type: 'textarea',
      maxLength: LIMITS.seoDescription,
      admin: { description: 'Only when it should differ from the summary.' },
    },
    {
      name: 'index',
      label: 'Let search engines list this page',
      type: 'checkbox',
      defaultValue: true,
    },
  ],
}

const sidebar: Field[] = [
  ...path(),
  {
    name: 'category',
    type: 'relationship',
    relationTo: 'categories',
    admin: { position: 'sidebar' },
  },
  {
    name: 'topics',
    type: 'relationship',
    relationTo: 'topics',
    hasMany: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'publishedAt',
    label: 'First published',
    type: 'date',
    access: NOT_BY_REQUEST,
    index: true,
    admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
  },
  {
    name: 'modifiedAt',
    label: 'Last visible change',
    type: 'date',
    access: NOT_BY_REQUEST,
    admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
  },
]

/** Written by hooks: what the body points at as real relationships, and the key of the title. */
const derived: Field[] = [
  { name: 'titleKey', type: 'text', index: true },
  { name: 'faqItems', type: 'relationship', relationTo: 'faq-items', hasMany: true },
  { name: 'readAlsoLinks', type: 'relationship', relationTo: 'read-also-links', hasMany: true },
  { name: 'images', type: 'relationship', relationTo: 'media', hasMany: true },
  { name: 'linkedArticles', type: 'relationship', relationTo: 'articles', hasMany: true },
].map((field) => ({ ...field, access: NOT_BY_REQUEST, admin: { hidden: true } }) as Field)

export const fields: Field[] = [
  { type: 'tabs', tabs: [content, trust, search] },
  ...sidebar,
  {
    name: 'linkedFrom',
    type: 'join',
    collection: 'read-also-links',
    on: 'article',
    admin: {
      position: 'sidebar',
      allowCreate: false,
      defaultColumns: ['title', 'workflowState'],
      description: 'Read Also links that lead here.',
    },
  },
  ...derived,
]
