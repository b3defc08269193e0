// Saves the questions of an imported article: one with the same answer is shared, one with another answer is an item of its own.
import type { PayloadRequest, Where } from 'payload'
import type { Transaction } from '@/cms/database/transaction'
import { idOf } from '@/cms/records/documents'
import { findRows, type WorkflowRow } from '@/cms/records/rows'
import { questionPath } from '@/domain/addresses/paths'
import { plainText } from '@/domain/text/plainText'
import type { RichText } from '@/domain/text/richText'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { answerToRichText } from '@/domain/textImport/article/toRichText'
import { questionKey } from '@/domain/addresses/titleKey'
import type { FaqItem } from '@/payload-types'
import { findEditor } from './knownSources'
import { answerWithdrawn, askedElsewhere, editedSince, keptEdits, onSchedule } from './words'

/** What becomes of a text that was edited here since its import; a conflict where nothing says it. */
export type Edits = 'overwrite' | 'keep' | undefined

/** An item with the same question. */
interface Candidate {
  row: WorkflowRow
  item: FaqItem
  /** What readers get, and what they would get next; the same where nothing is live. */
  shown: string
  working: string
}

/**
 * Question key → id. A page shows the answer that its source gives, and no other.
 * @param articleId of the article that the source is a version of
 * @throws when the answer was edited here and `edits` says nothing
 */
export async function saveFaqItems(
  article: ImportedArticle,
  articleId: number | undefined,
  edits: Edits,
  notices: string[],
  transaction: Transaction,
): Promise<Map<string, number>> {
  const saved = new Map<string, number>()
  const own = await itemsOf(articleId, transaction)
  for (const block of article.blocks)
    for (const { question, answer } of block.type === 'faqSection' ? block.items : []) {
      const wanted = answerToRichText(answer)
      const candidates = await findCandidates(question, transaction)
      const asked: Asked = { question, wanted, candidates, articleId, edits }
      const before = candidates.find(({ item }) => own.includes(item.id))
      saved.set(
        questionKey(question) || question,
        (before && (await keep(asked, before, notices, transaction))) ??
          share(asked, notices) ??
          (await add(asked, notices, transaction)),
      )
    }
  return saved
}

interface Asked {
  question: string
  wanted: RichText
  candidates: Candidate[]
  articleId: number | undefined
  edits: Edits
}

/** The item that the article showed before, with the answer of the source; undefined where other articles show its own answer. */
async function keep(
  { question, wanted, articleId, edits }: Asked,
  { item: { id }, row, shown, working }: Candidate,
  notices: string[],
  transaction: Transaction,
): Promise<number | undefined> {
  const req = transaction as PayloadRequest
  const answer = words(wanted)
  if (working === answer) return id
  const edited = await findEditor('faq-items', id, req)
  // What an editor has begun goes its own way, as long as readers get what the source says.
  if (edited && row.live && shown === answer) return id
  const what = `The answer to "${question}"`
  if (edited && edits === undefined) throw new Error(editedSince(what, edited))
  if (edited && edits === 'keep') {
    notices.push(keptEdits(what, edited))
    return id
  }
  if ((await showing([id], articleId, transaction)).length > 0) return undefined
  if (row.state === 'scheduled') throw new Error(onSchedule(what))
  const data = { answer: wanted, _status: 'draft' as const, workflowVersion: row.version }
  await transaction.payload.update({
    collection: 'faq-items',
    id,
    data,
    draft: true,
    depth: 0,
    req,
  })
  return id
}

/** An item with this answer, one that readers get before one that they do not get yet. */
function share({ question, wanted, candidates }: Asked, notices: string[]): number | undefined {
  const same = candidates.filter(({ shown }) => shown === words(wanted))
  const found =
    same.find(({ row }) => row.live) ?? same.find(({ row }) => !row.withdrawal) ?? same[0]
  if (found?.row.withdrawal) notices.push(answerWithdrawn(question))
  return found?.item.id
}

async function add(
  { question, wanted, candidates, articleId }: Asked,
  notices: string[],
  transaction: Transaction,
): Promise<number> {
  const req = transaction as PayloadRequest
  const data = { question, answer: wanted, _status: 'draft' as const }
  const { id, anchor } = await transaction.payload.create({
    collection: 'faq-items',
    data,
    draft: true,
    depth: 0,
    req,
  })
  if (candidates.length > 0) {
    const ids = candidates.map(({ item }) => item.id)
    const titles = await showing(ids, articleId, transaction)
    notices.push(askedElsewhere(question, titles, questionPath(anchor ?? '')))
  }
  return id
}

const words = (answer: RichText): string => plainText(answer).replace(/\s+/g, ' ')

async function findCandidates(question: string, transaction: Transaction): Promise<Candidate[]> {
  const req = transaction as PayloadRequest
  const key = questionKey(question)
  const where: Where = key ? { questionKey: { equals: key } } : { question: { equals: question } }
  const options = { collection: 'faq-items', sort: 'id', depth: 0, pagination: false, req } as const
  const { docs: working } = await transaction.payload.find({ ...options, where, draft: true })
  const ids = working.map(({ id }) => id)
  const rows = await findRows('faq-items', ids, req)
  const live = rows.filter((row) => row.live).map(({ id }) => id)
  const { docs: shown } = await transaction.payload.find({
    ...options,
    where: { id: { in: live } },
  })
  return working.flatMap((item) => {
    const row = rows.find(({ id }) => id === item.id)
    const forReaders = shown.find(({ id }) => id === item.id) ?? item
    const texts = { shown: words(forReaders.answer), working: words(item.answer) }
    return row ? [{ row, item, ...texts }] : []
  })
}

/** Those that the working version of the article shows. */
async function itemsOf(articleId: number | undefined, transaction: Transaction): Promise<number[]> {
  if (articleId === undefined) return []
  const { faqItems } = await transaction.payload.findByID({
    collection: 'articles',
    id: articleId,
    draft: true,
    depth: 0,
    req: transaction as PayloadRequest,
  })
  return (faqItems ?? []).flatMap((item) => idOf(item) ?? [])
}

/** The titles of other articles that show one of the items, live or next. */
async function showing(
  items: number[],
  articleId: number | undefined,
  { payload, ...rest }: Transaction,
): Promise<string[]> {
  const where: Where = {
    and: [{ faqItems: { in: items } }, { id: { not_equals: articleId ?? 0 } }],
  }
  const titles = new Set<string>()
  for (const draft of [false, true]) {
    const { docs } = await payload.find({
      collection: 'articles',
      where,
      draft,
      sort: 'id',
      depth: 0,
      pagination: false,
      req: { payload, ...rest } as PayloadRequest,
    })
    for (const { title } of docs) titles.add(title)
  }
  return [...titles]
}
