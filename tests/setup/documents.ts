// A complete document of each kind, brought into each state by the events that lead there.
import type { Payload } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { State } from '@/domain/workflow/table'
import type { User } from '@/payload-types'
import { paragraph, richText } from '../fixtures/richText'
import { act, as, publishByForce } from './workflow'

let made = 0

/** Complete, so that nothing but the workflow stands in the way. */
export const contentOf = (kind: Kind): Record<string, unknown> => {
  const n = ++made
  if (kind === 'articles')
    return { title: `Article ${n}`, summary: 'In short.', body: richText(paragraph('Text.')) }
  if (kind === 'faq-items')
    return { question: `Is this question ${n}?`, answer: richText(paragraph('So.')) }
  return { kind: 'external', title: `Link ${n}`, url: `https://example.org/${n}` }
}

/** The field that tests change. */
export const TITLE: Record<Kind, string> = {
  articles: 'title',
  'faq-items': 'question',
  'read-also-links': 'title',
}

export async function createDraft(
  payload: Payload,
  kind: Kind,
  author: User,
  said: object = {},
): Promise<Id> {
  const doc = await payload.create({
    collection: kind,
    draft: true,
    data: { ...contentOf(kind), ...said } as never,
    ...as(author),
  })
  return doc.id
}

/** A live document by nobody in particular, complete but for what is said of it. */
export async function publishNew(payload: Payload, kind: Kind, said: object = {}): Promise<Id> {
  const data = { ...contentOf(kind), ...said } as never
  const { id } = await payload.create({ collection: kind, draft: true, data })
  await publishByForce(payload, id, kind)
  return id
}

/** A live article gets another address. */
export async function move(payload: Payload, id: Id, path: string): Promise<void> {
  await payload.update({ collection: 'articles', id, draft: true, data: { path } })
  await publishByForce(payload, id)
}

export const TOMORROW = new Date(Date.now() + 86_400_000).toISOString()

const STEPS: Record<State, readonly (readonly [event: string, asked?: object])[]> = {
  draft: [],
  in_review: [['submit']],
  changes_requested: [['submit'], ['requestChanges', { note: 'Shorter.' }]],
  approved: [['submit'], ['approve']],
  scheduled: [['submit'], ['approve'], ['schedule', { at: TOMORROW }]],
  published: [['submit'], ['approve'], ['publish']],
  withdrawn: [['submit'], ['approve'], ['publish'], ['unpublish', { reason: 'gone' }]],
}

/** Written by one, approved and published by the other. */
export async function createIn(
  payload: Payload,
  state: State,
  kind: Kind,
  { author, editor }: { author: User; editor: User },
  said: object = {},
): Promise<Id> {
  const id = await createDraft(payload, kind, author, said)
  for (const [event, asked] of STEPS[state]) {
    const by = event === 'submit' && author.role !== 'admin' ? author : editor
    await act(payload, by, event as never, id, asked, kind)
  }
  return id
}

/** A text that shows the FAQ items. */
export const withItems = (...items: Id[]) =>
  richText(paragraph('Text.'), {
    type: 'block',
    version: 2,
    format: '',
    fields: { id: 'a', blockType: 'faqSection', heading: 'People Also Ask', items },
  } as never)
