// Defines FAQ items: one question with one answer, shared by every article that shows it.
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload'
import { access, NOT_BY_REQUEST } from '@/cms/access/access'
import { LIVE } from '@/cms/access/readers'
import { eventTime } from '@/cms/database/clock'
import { drafts } from '@/cms/collections/drafts'
import { richText } from '@/cms/fields/richText'
import { carriedDates } from '@/cms/records/sourceDates'
import { faqItemEndpoints } from '@/cms/collections/articles/references/endpoints'
import { LIMITS } from '@/domain/access/limits'
import { publicationDates } from '@/domain/articles/publicationDates'
import { fieldsOnPage } from '@/domain/articles/shownFields'
import { slugify } from '@/domain/addresses/slug'
import { titleKey } from '@/domain/addresses/titleKey'
import { visibleChange } from '@/domain/articles/visibleChange'
import type { FaqItem } from '@/payload-types'

/** The anchor follows the question until the first publication and then stays for ever. */
const fixAnchor: CollectionBeforeChangeHook<FaqItem> = async ({
  data,
  operation,
  originalDoc: stored,
  req,
}) => {
  // Of a copy Payload gives what was copied.
  const originalDoc = operation === 'create' ? undefined : stored
  const question = data.question ?? originalDoc?.question
  if (!question) return data
  data.questionKey = titleKey(question)
  if (originalDoc?.publishedAt && originalDoc.anchor) return { ...data, anchor: originalDoc.anchor }
  const base = slugify(question)
  const { docs } = await req.payload.find({
    collection: 'faq-items',
    where: { anchor: { like: base } },
    select: { anchor: true },
    trash: true,
    pagination: false,
    depth: 0,
    req,
  })
  const taken = new Set(docs.filter(({ id }) => id !== originalDoc?.id).map((doc) => doc.anchor))
  let anchor = base
  for (let n = 2; taken.has(anchor); n++) anchor = `${base}-${n}`
  return { ...data, anchor }
}

const stampDates: CollectionBeforeChangeHook<FaqItem> = async ({ data, originalDoc, req }) => {
  if (data._status !== 'published') return data
  const next = { ...originalDoc, ...data }
  const live =
    originalDoc &&
    (await req.payload.db.findOne<FaqItem>({
      collection: 'faq-items',
      where: { and: [{ id: { equals: originalDoc.id } }, LIVE] },
      req,
    }))
  const dates = publicationDates({
    now: await eventTime(req),
    live: live ?? undefined,
    publishedAt: next.publishedAt,
    changed: !live || visibleChange({ ...live }, next, fieldsOnPage('faq-items')),
    source: carriedDates(req),
    edited: next.savedBy != null,
  })
  return { ...data, ...dates }
}

/** An item that was withdrawn may still have a home, whose row cannot point at nothing. */
const leaveHome: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { item: { equals: id } }
  await req.payload.delete({ collection: 'faq-homes', where, req })
}

export const FaqItems: CollectionConfig = {
  slug: 'faq-items',
  labels: { singular: 'FAQ item', plural: 'FAQ items' },
  trash: true,
  versions: drafts,
  admin: {
    group: 'Content',
    useAsTitle: 'question',
    defaultColumns: ['question', 'workflowState', 'lastReviewed', 'updatedAt'],
    listSearchableFields: ['question', 'anchor'],
    description: 'A change here shows in every article that uses the item.',
  },
  access: access('faq-items'),
  endpoints: faqItemEndpoints,
  hooks: { beforeChange: [fixAnchor, stampDates], beforeDelete: [leaveHome] },
  fields: [
    {
      name: 'question',
      type: 'text',
      required: true,
      maxLength: LIMITS.question,
      admin: {
        description: 'Stands alone, in sentence case, and ends with a question mark.',
      },
    },
    richText('answer', {
      name: 'answer',
      admin: {
        description: 'The first paragraph answers in at most 50 words; details may follow.',
      },
    }),
    {
      name: 'usedIn',
      type: 'join',
      collection: 'articles',
      on: 'faqItems',
      admin: {
        allowCreate: false,
        defaultColumns: ['title', 'workflowState', 'path'],
        description: 'The articles that show this item.',
      },
    },
    {
      name: 'home',
      label: 'Marked up on',
      type: 'join',
      collection: 'faq-homes',
      on: 'item',
      admin: {
        allowCreate: false,
        defaultColumns: ['article'],
        description: 'The one article that carries the markup for search engines.',
      },
    },
    {
      name: 'anchor',
      type: 'text',
      access: NOT_BY_REQUEST,
      unique: true,
      index: true,
      maxLength: LIMITS.slug,
      admin: {
        position: 'sidebar',
        readOnly: true,
        description: 'The permanent address of the answer, fixed when it is first published.',
      },
    },
    {
      name: 'reviewer',
      type: 'relationship',
      relationTo: 'authors',
      admin: { position: 'sidebar' },
    },
    {
      name: 'lastReviewed',
      type: 'date',
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayOnly' } },
    },
    {
      name: 'nextReview',
      type: 'date',
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayOnly' } },
    },
    {
      name: 'publishedAt',
      label: 'First published',
      type: 'date',
      access: NOT_BY_REQUEST,
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'modifiedAt', type: 'date', access: NOT_BY_REQUEST, admin: { hidden: true } },
    {
      name: 'questionKey',
      type: 'text',
      index: true,
      access: NOT_BY_REQUEST,
      admin: { hidden: true },
    },
  ],
}
