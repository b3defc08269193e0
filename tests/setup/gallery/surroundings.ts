// What stands round the articles of the gallery's site: pictures, people, terms, an answer of its own, the policy.
import type { Payload } from 'payload'
import { articleLink, heading, list, paragraph, richText, upload } from '../../fixtures/richText'
import { publishByForce } from '../workflow'
import { portrait } from './drawings'
import { PEOPLE, QUESTION, TERMS, TOPICS } from './words'

export async function picture(
  payload: Payload,
  name: string,
  drawn: Promise<Buffer>,
): Promise<number> {
  const data = await drawn
  const file = { data, mimetype: 'image/png', name: `${name}.png`, size: data.length }
  const caption = name.startsWith('hills') ? 'The way there, before anybody has to carry.' : null
  const alt = name.startsWith('hills') ? 'Hills in the morning, one behind the other' : name
  return (await payload.create({ collection: 'media', data: { alt, caption }, file })).id
}

export async function describePeople(payload: Payload): Promise<number[]> {
  const ids: number[] = []
  for (const [kind, [slug, data]] of Object.entries(PEOPLE).entries()) {
    const photo = await picture(payload, `Portrait of ${slug.split('-')[0]}`, portrait(kind))
    const { docs } = await payload.update({
      collection: 'authors',
      where: { slug: { equals: slug } },
      data: { ...data, photo },
    })
    ids.push(...docs.map(({ id }) => id))
  }
  return ids
}

export async function describeTerms(payload: Payload): Promise<void> {
  const all = { categories: TERMS, topics: TOPICS } as const
  for (const collection of ['categories', 'topics'] as const)
    for (const [slug, description] of Object.entries(all[collection]))
      await payload.update({ collection, where: { slug: { equals: slug } }, data: { description } })
}

/** An answer that no article carries. */
export async function addQuestion(payload: Payload, reviewer: number): Promise<void> {
  const { id } = await payload.create({
    collection: 'faq-items',
    draft: true,
    data: {
      question: QUESTION.question,
      answer: richText(paragraph(QUESTION.answer)),
      reviewer,
      lastReviewed: '2026-09-14',
      _status: 'draft',
    },
  })
  await publishByForce(payload, id, 'faq-items')
}

/** The policy, its place in the menus, and the article that leads the home page. */
export async function addPolicy(
  payload: Payload,
  image: number,
  leadArticle: number,
): Promise<void> {
  await payload.create({
    collection: 'pages',
    data: {
      path: '/editorial-policy',
      title: 'Editorial policy',
      _status: 'published',
      summary: 'How a text comes to be, and how it is put right.',
      body: richText(
        paragraph('We write about bodies that have a day to get through. Nobody pays us to.'),
        heading('h2', 'Who reads before you do'),
        paragraph(
          'Every article is read by a clinician, as ',
          articleLink(leadArticle, 'this one was'),
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
  await payload.updateGlobal({ slug: 'site-settings', data: { leadArticle } })
}
