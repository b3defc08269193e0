// Sends what an FAQ section asks of the site: items by their ids, questions that are alike, new items, and the trash.
import type { FromText } from '@/cms/collections/articles/references/endpoints'
import type { ShownFaqItem } from '@/cms/collections/articles/references/faqItems'
import { messageOf } from '@/cms/wording/issues'
import { FAQ_WORDS } from '@/cms/wording/faqSection'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import type { Id } from '@/domain/workflow/subject'
import { fetchAnswer } from '../../ui/useAnswer'

export type { FromText, ShownFaqItem }

const ITEMS = '/api/faq-items'

const query = (values: Readonly<Record<string, string>>): string =>
  new URLSearchParams(values).toString()

/** Null when the site did not answer. */
export const fetchItems = (
  ids: readonly Id[],
  article: Id | null,
): Promise<ShownFaqItem[] | null> =>
  ids.length === 0
    ? Promise.resolve([])
    : fetchAnswer(`${ITEMS}/shown?${query({ ids: ids.join(), article: String(article ?? '') })}`)

export const findAlike = (
  words: string,
  except: readonly Id[],
  article: Id | null,
): Promise<ShownFaqItem[] | null> =>
  fetchAnswer(
    `${ITEMS}/alike?${query({ words, except: except.join(), article: String(article ?? '') })}`,
  )

type Sent<Answer> = { is: 'done'; answer: Answer } | { is: 'refused'; message: string }

interface Refusal {
  issues?: RefusalIssue[]
  errors?: { message?: string }[]
}

async function send<Answer>(method: string, address: string, body: object): Promise<Sent<Answer>> {
  try {
    const response = await fetch(address, {
      method,
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { is: 'done', answer: answer as Answer }
    const { errors = [], issues = [] } = answer as Refusal
    const messages = [...issues.map(messageOf), ...errors.flatMap(({ message }) => message ?? [])]
    return { is: 'refused', message: messages.join(' ') || FAQ_WORDS.failed }
  } catch {
    return { is: 'refused', message: FAQ_WORDS.failed }
  }
}

/** @param values its question, and its answer where it is a copy */
export const createItem = (values: object): Promise<Sent<{ doc: { id: Id } }>> =>
  send('POST', `${ITEMS}?draft=true&depth=0`, { ...values, _status: 'draft' })

export const createFromText = (text: string): Promise<Sent<FromText>> =>
  send('POST', `${ITEMS}/from-text`, { text })

const trash = (id: Id, deletedAt: string | null) =>
  send(`PATCH`, `${ITEMS}/${id}?trash=true&depth=0`, { deletedAt })

export const trashItem = async (id: Id): Promise<boolean> =>
  (await trash(id, new Date().toISOString())).is === 'done'

export const restoreItem = async (id: Id): Promise<boolean> => (await trash(id, null)).is === 'done'
