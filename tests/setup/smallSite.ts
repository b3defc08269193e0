// A small site in which everything points at everything, and random changes to it through the doors that editors have.
import type { Payload } from 'payload'
import sharp from 'sharp'
import {
  articleLink,
  faqBlock,
  paragraph,
  readAlsoBlock,
  richText,
  upload,
} from '../fixtures/richText'
import { randomFrom } from '@/domain/values/random'
import type { RichText } from '@/domain/text/richText'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { account, act, as, codes, publishByForce } from './workflow'

export interface SmallSite {
  payload: Payload
  admin: User
  articles: Id[]
  items: Id[]
  links: Id[]
  authors: Id[]
  categories: Id[]
  topics: Id[]
  images: Id[]
  redirects: Id[]
  pages: Id[]
  random: () => number
}

export const pick = <Value>(
  { random }: Pick<SmallSite, 'random'>,
  values: readonly Value[],
): Value => values[Math.floor(random() * values.length)] as Value

const some = (site: SmallSite, ids: Id[]): Id[] => ids.filter(() => site.random() < 0.4)

let words = 0
export const text = (what: string): string => `${what} ${++words}`

const randomBody = (site: SmallSite): RichText =>
  richText(
    paragraph(text('Words of the text')),
    ...some(site, site.links).flatMap((id) => [readAlsoBlock(id), paragraph(text('More'))]),
    paragraph('See ', articleLink(pick(site, site.articles), 'this')),
    ...some(site, site.images).map(upload),
    ...pick(site, [
      [],
      [faqBlock([...new Set([pick(site, site.items), ...some(site, site.items)])])],
    ]),
    paragraph('The end.'),
  )

const answer = (site: SmallSite): RichText =>
  richText(
    paragraph(
      text('So it is'),
      ...(site.articles.length ? [' as ', articleLink(pick(site, site.articles), 'here')] : []),
    ),
  )

export const pageBody = (site: SmallSite): RichText =>
  richText(paragraph(text('Who we are'), ' and ', articleLink(pick(site, site.articles), 'this')))

export const itemData = (site: SmallSite) => ({
  question: `${text('Is it so')}?`,
  answer: answer(site),
  reviewer: pick(site, [null, ...site.authors]),
})

export const linkData = (site: SmallSite) =>
  pick(site, [
    { kind: 'internal' as const, article: pick(site, site.articles) },
    { kind: 'external' as const, title: text('Elsewhere'), url: `https://example.org/${++words}` },
  ])

export const articleData = (site: SmallSite) => ({
  title: text('An article'),
  summary: text('In short'),
  path: `/a-${++words}`,
  body: site.items.length ? randomBody(site) : richText(paragraph('Text.')),
  category: pick(site, [null, ...site.categories]),
  topics: some(site, site.topics),
  authors: some(site, site.authors),
  reviewer: pick(site, [null, ...site.authors]),
  heroImage: pick(site, [null, ...site.images]),
  seoTitle: pick(site, [null, text('For engines')]),
  index: site.random() < 0.8,
})

export async function saveDraft(site: SmallSite, kind: Kind, id: Id, data: object): Promise<void> {
  const { payload, admin } = site
  await payload.update({ collection: kind, id, draft: true, data: data as never, ...as(admin) })
}

export async function createDoc(site: SmallSite, kind: Kind, data: object): Promise<Id> {
  const { payload, admin } = site
  const made = { collection: kind, draft: true, data: data as never, ...as(admin) }
  return (await payload.create(made)).id as Id
}

export async function imageFile(name: string) {
  const background = '#0a5c57'
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  return { data, mimetype: 'image/png', name: `${name}.png`, size: data.length }
}

async function makeImage({ payload }: SmallSite, name: string): Promise<Id> {
  const file = await imageFile(name)
  return (await payload.create({ collection: 'media', data: { alt: name }, file })).id
}

/** Everything published. */
export async function makeSmallSite(payload: Payload, seed: number): Promise<SmallSite> {
  const site: SmallSite = {
    payload,
    admin: await account(payload, 'admin'),
    random: randomFrom(seed),
    articles: [],
    items: [],
    links: [],
    authors: [],
    categories: [],
    topics: [],
    images: [],
    redirects: [],
    pages: [],
  }
  const named = async (collection: 'authors' | 'categories' | 'topics', count: number) => {
    const ids: Id[] = []
    for (let n = 0; n < count; n++) {
      const data = { name: text(collection), slug: '' }
      ids.push((await payload.create({ collection, data })).id)
    }
    return ids
  }
  site.authors = await named('authors', 3)
  site.categories = await named('categories', 2)
  site.topics = await named('topics', 2)
  for (let n = 0; n < 2; n++) site.images.push(await makeImage(site, text('picture')))
  const create = async (kind: Kind, ids: Id[], data: (of: SmallSite) => object, count: number) => {
    const goal = ids.length + count
    // What chance put together may not be fit to go live; it stays a draft, and the next one is tried.
    while (ids.length < goal) {
      const id = await createDoc(site, kind, data(site))
      if ((await codes(publishByForce(payload, id, kind))).length === 0) ids.push(id)
    }
  }
  await create('articles', site.articles, articleData, 1)
  await create('faq-items', site.items, itemData, 4)
  await create('read-also-links', site.links, linkData, 4)
  await create('articles', site.articles, articleData, 4)
  return site
}

export const withdraw = ({ payload, admin }: SmallSite, kind: Kind, id: Id, asked: object) =>
  act(payload, admin, 'unpublish', id, { reason: 'gone', ...asked }, kind)
