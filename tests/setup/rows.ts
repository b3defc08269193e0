// One row of each collection, written past every rule, and what a request would send to make another one.
import type { Payload } from 'payload'
import sharp from 'sharp'
import { KINDS } from '@/cms/records/rows'
import type { Collection } from '@/domain/workflow/policy'
import type { Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../fixtures/richText'
import { contentOf, createDraft, TITLE, withItems } from './documents'
import { publishByForce } from './workflow'

let made = 0

export const isKind = (collection: Collection): collection is Kind =>
  KINDS.some((kind) => kind === collection)

const ABOUT = { kind: 'articles', document: 1, version: 1 } as const
const IN_A_DAY = new Date(Date.now() + 86_400_000).toISOString()

export type Slug = Exclude<Collection, 'site-settings' | 'navigation'>

/** What a row of the collection is made of; each time another one. */
export const dataOf = (slug: Slug): Record<string, unknown> => {
  const n = ++made
  const data: Record<Slug, () => Record<string, unknown>> = {
    articles: () => contentOf('articles'),
    'faq-items': () => contentOf('faq-items'),
    'read-also-links': () => contentOf('read-also-links'),
    media: () => ({ alt: `Picture ${n}` }),
    categories: () => ({ name: `Category ${n}`, slug: `category-${n}` }),
    topics: () => ({ name: `Topic ${n}`, slug: `topic-${n}` }),
    authors: () => ({ name: `Author ${n}`, slug: `author-${n}` }),
    pages: () => ({
      title: `Page ${n}`,
      summary: 'In short.',
      path: `/page-${n}`,
      body: richText(paragraph('Text.')),
    }),
    redirects: () => ({ from: `/from-${n}`, status: '410' }),
    'missed-addresses': () => ({ path: `/missed-${n}`, hits: 1, lastHitAt: IN_A_DAY }),
    'missed-searches': () => ({ words: `words ${n}`, hits: 1, lastHitAt: IN_A_DAY }),
    'faq-homes': () => ({}),
    imports: () => ({ titleKey: `key ${n}`, hash: `hash ${n}`, lines: [] }),
    workflows: () => ({ ...ABOUT, document: 900_000 + n, state: 'draft', live: false }),
    'workflow-events': () => ({
      ...ABOUT,
      role: 'editor',
      when: IN_A_DAY,
      what: 'submit',
      from: 'draft',
      to: 'in_review',
    }),
    'audit-events': () => ({ what: 'signedIn', when: IN_A_DAY }),
    comments: () => ({ ...ABOUT, text: `Comment ${n}` }),
    'review-links': () => ({ ...ABOUT, expiresAt: IN_A_DAY }),
    notices: () => ({ ...ABOUT, who: 900_000, what: 'submit', mailTries: 0 }),
    users: () => ({
      name: `Somebody ${n}`,
      email: `somebody-${n}@doors.example.org`,
      role: 'writer',
      password: 'twelve-letters',
    }),
  }
  return data[slug]()
}

/** A change that every row of the collection takes. */
export const CHANGES: Record<Slug, () => Record<string, unknown>> = {
  articles: () => ({ title: 'Changed' }),
  'faq-items': () => ({ [TITLE['faq-items']]: 'Changed?' }),
  'read-also-links': () => ({ title: 'Changed' }),
  media: () => ({ caption: `Changed ${++made}` }),
  categories: () => ({ description: `Changed ${++made}` }),
  topics: () => ({ description: `Changed ${++made}` }),
  authors: () => ({ description: `Changed ${++made}` }),
  pages: () => ({ summary: `Changed ${++made}` }),
  redirects: () => ({ from: `/changed-${++made}` }),
  'missed-addresses': () => ({ hits: 99 }),
  'missed-searches': () => ({ hits: 99 }),
  'faq-homes': () => ({}),
  imports: () => ({ hash: 'changed' }),
  workflows: () => ({ live: true }),
  'workflow-events': () => ({ note: 'changed' }),
  'audit-events': () => ({ note: 'changed' }),
  comments: () => ({ text: 'changed' }),
  'review-links': () => ({ label: 'changed' }),
  notices: () => ({ note: 'changed' }),
  users: () => ({ name: `Changed ${++made}` }),
}

let picture: Buffer | undefined

export async function pictureFile() {
  picture ??= await sharp({
    create: { width: 4, height: 4, channels: 3, background: '#0a5c57' },
  })
    .png()
    .toBuffer()
  return { data: picture, mimetype: 'image/png', name: `p${++made}.png`, size: picture.length }
}

/** As the panel sends it: a form, with the file where there is one. */
export async function formOf(slug: Slug, data: Record<string, unknown>): Promise<FormData> {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  if (slug !== 'media') return form
  const { data: bytes, mimetype, name } = await pictureFile()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mimetype }), name)
  return form
}

/** Made by publishing an article that shows a new item. */
async function createHome(payload: Payload, author: User): Promise<number> {
  const item = await createDraft(payload, 'faq-items', author)
  const article = await createDraft(payload, 'articles', author, { body: withItems(item) })
  await publishByForce(payload, article)
  const where = { item: { equals: item } }
  const { docs } = await payload.find({ collection: 'faq-homes', where, depth: 0 })
  if (!docs[0]) throw new Error(`The item ${item} has no home.`)
  return docs[0].id
}

/** The id of a new row: what passes through the workflow is somebody's draft, everything else nobody's. */
export async function createRowIn(payload: Payload, slug: Slug, author: User): Promise<number> {
  if (isKind(slug)) return createDraft(payload, slug, author)
  const data = dataOf(slug)
  if (slug === 'faq-homes') return createHome(payload, author)
  const file = slug === 'media' ? await pictureFile() : undefined
  const draft = slug === 'pages'
  const row = await payload.create({ collection: slug, data: data as never, file, draft } as never)
  return (row as { id: number }).id
}
