// A publish that touches as much as one can: the next version of a live article with new FAQ items, a shared one and a new link.
import type { Payload } from 'payload'
import type { Id } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import { faqBlock, paragraph, readAlsoBlock, richText } from '../fixtures/richText'
import { createDraft, createIn } from './documents'
import { act, publishByForce, recordOf, rowOf, save } from './workflow'

export interface Bundle {
  article: Id
  path: string
  items: Id[]
  link: Id
}

interface People {
  writer: User
  editor: User
}

/** The first version is live, the next one is approved. */
export async function approvedBundle(payload: Payload, people: People): Promise<Bundle> {
  const { writer, editor } = people
  const shared = await createIn(payload, 'published', 'faq-items', { author: writer, editor })
  const items = [
    await createDraft(payload, 'faq-items', writer),
    await createDraft(payload, 'faq-items', writer),
  ]
  const link = await createDraft(payload, 'read-also-links', writer)
  const path = `/bundle-${shared}`
  const article = await createDraft(payload, 'articles', writer, { title: 'Old', path })
  await publishByForce(payload, article)
  const body = richText(paragraph('Text.'), readAlsoBlock(link), faqBlock([shared, ...items]))
  await save(payload, writer, article, { title: 'New', body })
  await act(payload, writer, 'submit', article)
  await act(payload, editor, 'approve', article)
  return { article, path, items, link }
}

/** Which page readers get; anything but these two words would be a mix. */
export async function pageOf(payload: Payload, { article, path, items, link }: Bundle) {
  const page = await findArticle(path)
  const shown = {
    title: page?.title,
    items: page?.faqItems.length,
    links: page?.readAlsoLinks.length,
    homes: page?.faqItems.filter(({ home }) => home?.path === path).length,
  }
  const published = (await recordOf(payload, article)).filter(({ what }) => what === 'publish')
  const { state, live } = await rowOf(payload, article)
  const parts = [
    ...(await Promise.all(items.map((id) => rowOf(payload, id, 'faq-items')))),
    await rowOf(payload, link, 'read-also-links'),
  ].map((part) => [part.state, part.live])
  const seen = { shown, state, live, published: published.length, parts }
  return (
    OUTCOMES.find(([, outcome]) => JSON.stringify(outcome) === JSON.stringify(seen))?.[0] ?? seen
  )
}

const outcomes = (state: string) =>
  ({
    old: {
      shown: { title: 'Old', items: 0, links: 0, homes: 0 },
      state,
      live: true,
      published: 0,
      parts: Array(3).fill(['draft', false]),
    },
    new: {
      shown: { title: 'New', items: 3, links: 1, homes: 3 },
      state: 'published',
      live: true,
      published: 1,
      parts: Array(3).fill(['published', true]),
    },
  }) as const

const OUTCOMES = [...Object.entries(outcomes('approved')), ...Object.entries(outcomes('scheduled'))]
