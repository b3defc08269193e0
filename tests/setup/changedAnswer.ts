// An answer that readers have in two live articles, and that somebody changed while working on one of them.
import type { Payload } from 'payload'
import { overviewOf } from '@/cms/workflow/overview/overview'
import type { Actor, Id } from '@/domain/workflow/subject'
import type { User } from '@/payload-types'
import { findArticle } from '@/site/articles/queries'
import { paragraph, richText } from '../fixtures/richText'
import { createIn, withItems } from './documents'
import { account, act, save } from './workflow'

export interface People {
  writer: User
  other: User
  editor: User
  admin: User
}

export const fourPeople = async (payload: Payload): Promise<People> => ({
  writer: await account(payload, 'writer'),
  other: await account(payload, 'writer'),
  editor: await account(payload, 'editor'),
  admin: await account(payload, 'admin'),
})

export const actorOf = ({ id, role }: User): Actor => ({ id, role, active: true })
export const answer = (words: string) => ({ answer: richText(paragraph(words)) })

export interface Shared {
  item: Id
  /** Its next version is in the making. */
  article: Id
  path: string
  otherPath: string
}

let made = 0

/** `by` writes the new answer; the writer works on the article. */
export async function changedAnswer(
  payload: Payload,
  { editor, writer }: People,
  by: User = writer,
): Promise<Shared> {
  const people = { author: writer, editor }
  const item = await createIn(payload, 'published', 'faq-items', people, answer('Old answer.'))
  const [path, otherPath] = [`/travels-${++made}`, `/shows-too-${made}`]
  const body = withItems(item)
  const article = await createIn(payload, 'published', 'articles', people, { body, path })
  const title = `Shows it too ${made}`
  await createIn(payload, 'published', 'articles', people, { body, path: otherPath, title })
  await save(payload, writer, article, { summary: 'Another summary.' })
  await save(payload, by, item, answer('New answer.'), 'faq-items')
  return { item, article, path, otherPath }
}

export async function answerAt(path: string): Promise<'new' | 'old'> {
  const page = await findArticle(path)
  return JSON.stringify(page?.faqItems[0]?.answer).includes('New answer.') ? 'new' : 'old'
}

export const overviewFor = (payload: Payload, by: User, article: Id) =>
  overviewOf('articles', article, actorOf(by), { payload, context: {} } as never)

export async function submitAndApprove(
  payload: Payload,
  { editor, writer }: People,
  { article }: Shared,
): Promise<void> {
  await act(payload, writer, 'submit', article)
  await act(payload, editor, 'approve', article)
}
