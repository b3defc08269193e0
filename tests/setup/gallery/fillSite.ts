// Fills a running site, so that no page is bare: pictures, people, reviews, corrections, long lists, withdrawn articles.
// Prints the addresses of the two private pages as one line of JSON.
import type { Payload } from 'payload'
import { previewUrl } from '@/cms/preview'
import { openDatabase } from '@/commands/database'
import { openPayload } from '@/commands/payload'
import { reviewPath } from '@/domain/paths'
import type { Article, User } from '@/payload-types'
import { reviewToken } from '@/reviewToken'
import { articleLink, heading, list, paragraph, richText, upload } from '../../fixtures/richText'
import { account, act, publishByForce, rowOf } from '../workflow'
import { landscape, portrait } from './drawings'
import type { Filled } from './pages'
import { CORRECTION, NOTES, PEOPLE, QUESTION, SHELVES, TOPICS } from './words'

const LIFT = '/how-to-lift-a-heavy-box-with-less-strain'
const DESK = '/how-to-set-up-a-desk-your-neck-will-forgive'
const WARM_UP = '/a-ten-minute-warm-up-for-people-who-skip-warm-ups'

async function fillSite(payload: Payload): Promise<Filled> {
  const editor = await account(payload, 'admin')
  const pictures = [0, 1, 2].map((kind) => picture(payload, `hills-${kind}`, landscape(kind)))
  const [first, second, third] = await Promise.all(pictures)
  const people = await describePeople(payload)
  await describeShelves(payload)
  await addNotes(payload, people[0] ?? 0, [second ?? 0, third ?? 0])
  await addQuestion(payload, people[2] ?? 0)
  await enrich(payload, first ?? 0, second ?? 0, people[2] ?? 0)
  for (const [path, heroImage] of [
    [DESK, second],
    [WARM_UP, third],
  ] as const)
    await change(payload, path, () => ({ heroImage }))
  await addPages(payload, third ?? 0)
  await withdraw(payload, editor)
  return privatePages(payload)
}

async function picture(payload: Payload, name: string, drawn: Promise<Buffer>): Promise<number> {
  const data = await drawn
  const file = { data, mimetype: 'image/png', name: `${name}.png`, size: data.length }
  const caption = name.startsWith('hills') ? 'The way there, before anybody has to carry.' : null
  const alt = name.startsWith('hills') ? 'Hills in the morning, one behind the other' : name
  return (await payload.create({ collection: 'media', data: { alt, caption }, file })).id
}

async function describePeople(payload: Payload): Promise<number[]> {
  const ids: number[] = []
  for (const [kind, [slug, data]] of Object.entries(PEOPLE).entries()) {
    const photo = await picture(payload, `Portrait of ${slug.split('-')[0]}`, portrait(kind))
    const { docs } = await payload.update({
      ...{ collection: 'authors', where: { slug: { equals: slug } }, data: { ...data, photo } },
    })
    ids.push(...docs.map(({ id }) => id))
  }
  return ids
}

async function describeShelves(payload: Payload): Promise<void> {
  const all = { categories: SHELVES, topics: TOPICS } as const
  for (const collection of ['categories', 'topics'] as const)
    for (const [slug, description] of Object.entries(all[collection]))
      await payload.update({ collection, where: { slug: { equals: slug } }, data: { description } })
}

/** More than one page of a category and of an author. */
async function addNotes(payload: Payload, author: number, pictures: number[]): Promise<void> {
  const { docs } = await payload.find({
    ...{ collection: 'categories', where: { slug: { equals: 'movement' } }, depth: 0 },
  })
  for (const [index, title] of NOTES.entries()) {
    const summary = `A short note on ${title.toLowerCase()}: what helps, and what can wait.`
    const { id } = await payload.create({
      ...{ collection: 'articles', draft: true },
      data: {
        ...{ title, summary, authors: [author], category: docs[0]?.id },
        // Some have a picture, some have none.
        heroImage: index % 5 < 2 ? pictures[index % 2] : null,
        ...{ body: richText(paragraph('One thing at a time, and then a cup of tea.')) },
        _status: 'draft',
      },
    })
    await publishByForce(payload, id)
  }
}

/** An answer that no article carries. */
async function addQuestion(payload: Payload, reviewer: number): Promise<void> {
  const { id } = await payload.create({
    ...{ collection: 'faq-items', draft: true },
    data: {
      ...{ question: QUESTION.question, answer: richText(paragraph(QUESTION.answer)) },
      ...{ reviewer, lastReviewed: '2026-09-14', _status: 'draft' },
    },
  })
  await publishByForce(payload, id, 'faq-items')
}

async function find(payload: Payload, path: string): Promise<Article> {
  const where = { path: { equals: path } }
  const { docs } = await payload.find({ collection: 'articles', where, depth: 0 })
  if (!docs[0]) throw new Error(`There is no article at ${path}.`)
  return docs[0]
}

async function change(
  payload: Payload,
  path: string,
  data: (article: Article) => object,
): Promise<void> {
  const article = await find(payload, path)
  await payload.update({
    ...{ collection: 'articles', id: article.id, draft: true, data: data(article) as never },
  })
  await publishByForce(payload, article.id)
}

/** The article that is photographed: everything that one can have. */
async function enrich(
  payload: Payload,
  heroImage: number,
  inText: number,
  reviewer: number,
): Promise<void> {
  await change(payload, LIFT, ({ body, sources }) => {
    const children = [...body.root.children]
    children.splice(9, 0, upload(inText))
    return {
      ...{ heroImage, reviewer, lastReviewed: '2026-10-02', nextReview: '2027-10-02' },
      body: { root: { ...body.root, children } },
      sources: [
        ...(sources ?? []),
        {
          ...{ title: 'Manual handling at work: a brief guide', publisher: 'A safety executive' },
          ...{ year: 2020, accessed: '2026-09-01', url: 'https://safety.example.org/handling' },
        },
      ],
      corrections: [
        { date: '2026-10-20', text: CORRECTION },
        { date: '2026-09-30', text: 'The photograph showed the wrong kind of trolley.' },
      ],
    }
  })
}

async function addPages(payload: Payload, image: number): Promise<void> {
  const { id } = await find(payload, LIFT)
  const pages = [
    ['/about', 'About us', 'Who writes here, who checks it, and who pays for it.'],
    ['/editorial-policy', 'Editorial policy', 'How a text comes to be, and how it is put right.'],
  ] as const
  for (const [path, title, summary] of pages)
    await payload.create({
      collection: 'pages',
      data: {
        ...{ path, title, summary, _status: 'published' },
        body: richText(
          paragraph('We write about bodies that have a day to get through. Nobody pays us to.'),
          heading('h2', 'Who reads before you do'),
          paragraph(
            'Every article is read by a clinician, as ',
            articleLink(id, 'this one was'),
            '.',
          ),
          upload(image),
          heading('h2', 'What we promise'),
          list('bullet', [
            'We say what is known, and how well.',
            'We put mistakes right in the open, with the date.',
            'We take no money for a link without saying so.',
          ]),
        ),
      },
    })
  const menu = (...links: [string, string][]) => links.map(([label, url]) => ({ label, url }))
  await payload.updateGlobal({
    slug: 'navigation',
    data: {
      header: menu(
        ['Movement', '/category/movement'],
        ['Rest', '/category/rest'],
        ['Everyday Care', '/category/everyday-care'],
        ['Questions', '/questions'],
      ),
      footer: menu(['About us', '/about'], ['Editorial policy', '/editorial-policy']),
    },
  })
  await payload.updateGlobal({ slug: 'site-settings', data: { leadArticle: id } })
}

/** One is kept under a notice, one is gone. */
async function withdraw(payload: Payload, editor: User): Promise<void> {
  for (const [title, reason] of [
    ['Hips That Click', 'notice'],
    ['Hills, Slowly', 'gone'],
  ] as const) {
    const { docs } = await payload.find({
      ...{ collection: 'articles', where: { title: { equals: title } }, depth: 0 },
    })
    if (docs[0]) await act(payload, editor, 'unpublish', docs[0].id, { reason })
  }
}

async function privatePages(payload: Payload): Promise<Filled> {
  const { id } = await find(payload, DESK)
  const expiresAt = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString()
  const { version } = await rowOf(payload, id)
  const link = await payload.create({
    collection: 'review-links',
    data: { kind: 'articles', document: id, version, expiresAt, label: 'A colleague' } as never,
  })
  return { preview: previewUrl(id) ?? '', review: reviewPath(reviewToken(link)) }
}

async function main(): Promise<void> {
  await openDatabase()
  console.log(JSON.stringify(await fillSite(await openPayload())))
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
