// The articles of the gallery's site: one with everything that an article can have, many short ones, two that are withdrawn.
import type { Payload } from 'payload'
import type { Article, User } from '@/payload-types'
import { paragraph, richText, upload } from '../../fixtures/richText'
import { act, publishByForce } from '../workflow'
import { CORRECTION, NOTES } from './words'

export async function find(payload: Payload, path: string): Promise<Article> {
  const where = { path: { equals: path } }
  const { docs } = await payload.find({ collection: 'articles', where, depth: 0 })
  if (!docs[0]) throw new Error(`There is no article at ${path}.`)
  return docs[0]
}

export async function change(
  payload: Payload,
  path: string,
  data: (article: Article) => object,
): Promise<void> {
  const article = await find(payload, path)
  await payload.update({
    collection: 'articles',
    id: article.id,
    draft: true,
    data: data(article) as never,
  })
  await publishByForce(payload, article.id)
}

/** More than one page of a category and of an author. */
export async function addNotes(
  payload: Payload,
  author: number,
  pictures: number[],
): Promise<void> {
  const { docs } = await payload.find({
    collection: 'categories',
    where: { slug: { equals: 'movement' } },
    depth: 0,
  })
  for (const [index, title] of NOTES.entries()) {
    const summary = `A short note on ${title.toLowerCase()}: what helps, and what can wait.`
    const { id } = await payload.create({
      collection: 'articles',
      draft: true,
      data: {
        title,
        summary,
        authors: [author],
        category: docs[0]?.id,
        // Some have a picture, some have none.
        heroImage: index % 5 < 2 ? pictures[index % 2] : null,
        body: richText(paragraph('One thing at a time, and then a cup of tea.')),
        _status: 'draft',
      },
    })
    await publishByForce(payload, id)
  }
}

/** The article that is photographed: everything that one can have. */
export async function enrich(
  payload: Payload,
  path: string,
  heroImage: number,
  inText: number,
  reviewer: number,
): Promise<void> {
  await change(payload, path, ({ body, sources }) => {
    const children = [...body.root.children]
    children.splice(9, 0, upload(inText))
    return {
      heroImage,
      reviewer,
      lastReviewed: '2026-10-02',
      nextReview: '2027-10-02',
      body: { root: { ...body.root, children } },
      sources: [
        ...(sources ?? []),
        {
          title: 'Manual handling at work: a brief guide',
          publisher: 'A safety executive',
          year: 2020,
          accessed: '2026-09-01',
          url: 'https://safety.example.org/handling',
        },
      ],
      corrections: [
        { date: '2026-10-20', text: CORRECTION },
        { date: '2026-09-30', text: 'The photograph showed the wrong kind of trolley.' },
      ],
    }
  })
}

/** One is kept under a notice, one is gone. */
export async function withdraw(payload: Payload, editor: User): Promise<void> {
  for (const [title, reason] of [
    ['Hips That Click', 'notice'],
    ['Hills, Slowly', 'gone'],
  ] as const) {
    const { docs } = await payload.find({
      collection: 'articles',
      where: { title: { equals: title } },
      depth: 0,
    })
    if (docs[0]) await act(payload, editor, 'unpublish', docs[0].id, { reason })
  }
}
