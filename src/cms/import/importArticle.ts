// Imports one parsed source as one article with its FAQ items and Read Also links, in one transaction.
import { existsSync } from 'node:fs'
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { inTransaction, type Transaction } from '@/cms/database/transaction'
import { draftWords } from '@/domain/textImport/source/sourceStanding'
import { publishIfMeant } from './holdBack'
import {
  findKnown,
  findLookAlikes,
  findNamed,
  newRun,
  type ImportRun,
  type KnownArticle,
  type Source,
} from './knownSources'
import { prepareImage } from './image/prepareImage'
import { readImage } from './image/readImage'
import { forget, remember } from './rememberSource'
import { saveArticle } from './saveArticle'
import {
  describeSource,
  isSameText,
  readSourceDates,
  type Importing,
  type ImportSource,
} from './source'
import * as words from './words'

export interface ImportOutcome {
  /** `kept`: the source has changed, but what was edited here stays. */
  status: 'created' | 'updated' | 'unchanged' | 'kept'
  id: number
  path: string
  title: string
  live: boolean
  /** What the person who imports should know, in sentences. */
  notices: string[]
}

/** @throws ValidationError or Error; then nothing was written */
export async function importArticle(
  payload: Payload,
  source: ImportSource,
): Promise<ImportOutcome> {
  const transaction: Transaction = { payload, transactionID: undefined, context: {} }
  const run = source.run ?? newRun()
  const image = await prepareImage(payload, readImage(source.article, source.file))
  const outcome = await inTransaction(transaction, () =>
    save({ ...source, run }, image, transaction),
  )
  run.articles.add(outcome.id)
  return outcome
}

async function save(
  source: ImportSource & { run: ImportRun },
  image: Importing['image'],
  transaction: Transaction,
): Promise<ImportOutcome> {
  // One import at a time: two of the same new source would not see each other's article.
  await execute(transaction as PayloadRequest, sql`select pg_advisory_xact_lock(${IMPORTING})`)
  const { edits, run } = source
  const described = describeSource(source, image)
  const dates = await readSourceDates(source, transaction)
  const notices: string[] = []
  const known = await findArticle(source, described, notices, transaction)
  const lookAlikes = known ? [] : await findLookAlikes(described, run, transaction)
  const state: Importing = {
    source,
    described,
    image,
    dates,
    known,
    lookAlikes,
    notices,
    transaction,
  }

  if (known && saysNothingNew(known, state) && !(known.edited && edits === 'overwrite'))
    return importAgain(known, state)
  if (known?.state === 'scheduled') throw new Error(words.onSchedule(`"${known.title}"`))
  if (known?.edited && edits === undefined)
    throw new Error(words.editedSince(`"${known.title}"`, known.edited))
  if (known?.edited && edits === 'keep') {
    await remember(known.id, { ...described, ...dates }, known.earlier, transaction)
    notices.push(words.keptEdits(`"${known.title}"`, known.edited))
    return outcomeOf('kept', known, known.live, notices)
  }

  const { id } = await saveArticle(state)
  const saved = known?.live ? 'next version' : 'draft'
  const published = await publishIfMeant(id, saved, state)
  notices.unshift(...lookAlikes.map(words.looksLike))
  const stored = await transaction.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    req: transaction as PayloadRequest,
  })
  const { title, path } = stored
  const live = published || Boolean(known?.live)
  return outcomeOf(known ? 'updated' : 'created', { id, title, path: path ?? '' }, live, notices)
}

/** A number of this project's own, by which imports wait for one another. */
const IMPORTING = 741_903

const outcomeOf = (
  status: ImportOutcome['status'],
  { id, path, title }: Pick<KnownArticle, 'id' | 'path' | 'title'>,
  live: boolean,
  notices: string[],
): ImportOutcome => ({ status, id, path, title, live, notices })

function saysNothingNew(known: KnownArticle, { source, described, dates }: Importing): boolean {
  const { title } = source.article
  const isRetitled = title?.from === 'given' && title.text !== known.title
  // It was imported before dates were kept.
  const lacksDates = dates.publishedAt !== undefined && !known.earlier?.publishedAt
  const mayBeDated = !known.edited && known.state !== 'scheduled'
  return isSameText(known, described) && !isRetitled && !(lacksDates && mayBeDated)
}

/** The article that whoever imports has named, else the one that the source was imported as. */
async function findArticle(
  { versionOf, run = newRun() }: ImportSource,
  described: Source,
  notices: string[],
  transaction: Transaction,
): Promise<KnownArticle | undefined> {
  const known = await findKnown(described, run, transaction)
  if (versionOf === undefined) return known
  const named = await findNamed(versionOf, transaction)
  if (known?.earlier && known.id !== named.id) {
    await forget(known.earlier, transaction)
    notices.push(words.leftBehind(known))
  }
  return named
}

/** The source is as it was: at most it is published now. */
async function importAgain(known: KnownArticle, state: Importing): Promise<ImportOutcome> {
  const { described, notices, transaction, source } = state
  const { file, name } = known.earlier ?? {}
  const folderMoved = file && file !== described.file && name === described.name
  if (folderMoved && !existsSync(file))
    await remember(known.id, { ...described, ...state.dates }, known.earlier, transaction)
  const said = draftWords(source.article.frontMatter)
  if (said && known.live) notices.push(words.liveDraft(said))
  const wanted = source.publish && known.state !== 'published'
  if (wanted && known.edited)
    notices.push(words.editedNotPublished(`"${known.title}"`, known.edited))
  const published = wanted && !known.edited && (await publishIfMeant(known.id, 'nothing', state))
  return outcomeOf(published ? 'updated' : 'unchanged', known, published || known.live, notices)
}
