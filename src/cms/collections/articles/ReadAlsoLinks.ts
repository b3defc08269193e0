// Defines Read Also links: to an article, to the web, or a title that matched nothing yet.
import type { CollectionBeforeChangeHook, CollectionConfig, Condition } from 'payload'
import { access, NOT_BY_REQUEST } from '@/cms/access/access'
import { asWhoAsks } from '@/cms/access/role'
import { drafts } from '@/cms/collections/drafts'
import { url } from '@/cms/fields/url'
import { readAlsoLinkEndpoints } from '@/cms/collections/articles/references/endpoints'
import { LIMITS } from '@/domain/access/limits'
import { titleKey } from '@/domain/addresses/titleKey'
import type { ReadAlsoLink } from '@/payload-types'

const when =
  (kind: ReadAlsoLink['kind']): Condition<ReadAlsoLink> =>
  (data) =>
    data?.kind === kind

/** The title in lists: an internal link takes its target's, so that an editor finds it by the name that readers see. */
const deriveTitle: CollectionBeforeChangeHook<ReadAlsoLink> = async ({
  data,
  originalDoc,
  req,
}) => {
  const link = { ...originalDoc, ...data }
  if (link.kind === 'internal' && link.article) {
    const target = await req.payload.findByID({
      collection: 'articles',
      id: typeof link.article === 'object' ? link.article.id : link.article,
      depth: 0,
      draft: true,
      disableErrors: true,
      trash: true,
      ...asWhoAsks(req),
    })
    if (target?.title) data.title = target.title
  }
  const title = data.title ?? originalDoc?.title
  if (title) data.titleKey = titleKey(title)
  return data
}

export const ReadAlsoLinks: CollectionConfig = {
  slug: 'read-also-links',
  labels: { singular: 'Read Also link', plural: 'Read Also links' },
  trash: true,
  versions: drafts,
  admin: {
    group: 'Content',
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'article', 'workflowState', 'updatedAt'],
    listSearchableFields: ['title', 'url'],
    description:
      'Filter by kind "unresolved" to see imported titles that have not found their article yet.',
  },
  access: access('read-also-links'),
  endpoints: readAlsoLinkEndpoints,
  hooks: { beforeChange: [deriveTitle] },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'internal',
      options: [
        { value: 'internal', label: 'To an article' },
        { value: 'external', label: 'To the web' },
        { value: 'unresolved', label: 'Unresolved' },
      ],
    },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      index: true,
      admin: {
        condition: when('internal'),
        description: 'Title and address are always those of the live article.',
      },
      validate: (value: unknown, { data }: { data: Partial<ReadAlsoLink> }) =>
        data.kind !== 'internal' || value ? true : 'Choose the article that this link leads to.',
    },
    {
      name: 'title',
      type: 'text',
      maxLength: LIMITS.question,
      admin: {
        condition: (data) => data?.kind !== 'internal',
        description: 'What readers see as the link.',
      },
      validate: (value: unknown, { data }: { data: Partial<ReadAlsoLink> }) =>
        data.kind === 'internal' || value ? true : 'Write the title of the page.',
    },
    {
      name: 'url',
      label: 'URL',
      type: 'text',
      ...url,
      admin: { condition: when('external') },
      validate: (value: unknown, { data }: { data: Partial<ReadAlsoLink> }) =>
        data.kind !== 'external' || value ? true : 'Write the address of the page.',
    },
    {
      name: 'publisher',
      type: 'text',
      maxLength: LIMITS.publisher,
      admin: { condition: when('external'), description: 'Shown after the title.' },
    },
    {
      name: 'relation',
      type: 'select',
      defaultValue: 'editorial',
      options: [
        { value: 'editorial', label: 'Editorial: we recommend it' },
        { value: 'paid', label: 'Paid: marked as sponsored' },
        { value: 'notVouchedFor', label: 'Not vouched for: marked nofollow' },
      ],
      admin: { condition: when('external') },
    },
    {
      name: 'usedIn',
      type: 'join',
      collection: 'articles',
      on: 'readAlsoLinks',
      admin: {
        allowCreate: false,
        defaultColumns: ['title', 'workflowState', 'path'],
        description: 'The articles that show this link.',
      },
    },
    {
      name: 'titleKey',
      type: 'text',
      index: true,
      access: NOT_BY_REQUEST,
      admin: { hidden: true },
    },
  ],
}
