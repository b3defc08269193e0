// A small site for what programs read of it: two articles, a page, an answer that an article carries and one that none does.
import type { Payload } from 'payload'
import type { FaqItem } from '@/payload-types'
import { paragraph, richText } from '../fixtures/richText'
import { publishNew, withItems } from './documents'

type Route = (request: Request, context: never) => Promise<Response>

export async function get(route: unknown, address: string, params = {}, headers = {}) {
  const request = new Request(`http://localhost:3000${address}`, { headers })
  const context = { params: Promise.resolve(params) } as never
  const response = await (route as Route)(request, context)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function ask(payload: Payload, question: string): Promise<FaqItem> {
  const answer = richText(paragraph('Two or three times a week.'))
  const id = await publishNew(payload, 'faq-items', { question, answer })
  return payload.findByID({ collection: 'faq-items', id })
}

/** The answer that an article carries, and the one that none does. */
export async function makeSite(payload: Payload): Promise<{ item: FaqItem; alone: FaqItem }> {
  const { id: category } = await payload.create({
    collection: 'categories',
    data: { name: 'Running', slug: 'running' },
  })
  const item = await ask(payload, 'How often should a beginner run?')
  const alone = await ask(payload, 'Is it safe to run at night?')
  await publishNew(payload, 'articles', {
    title: 'Knees & <b>hips</b>',
    path: '/knees',
    category,
    body: withItems(item.id),
  })
  await publishNew(payload, 'articles', {
    title: 'Hidden from engines',
    path: '/hidden',
    index: false,
  })
  await payload.create({
    collection: 'pages',
    data: {
      title: 'Our policy',
      summary: 'How we work.',
      _status: 'published',
      body: richText(paragraph('We read everything twice.')),
    },
  })
  await payload.create({
    collection: 'articles',
    draft: true,
    data: { title: 'A draft', path: '/draft' } as never,
  })
  return { item, alone }
}
