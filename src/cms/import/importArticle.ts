// One parsed source → one article with its FAQ items and Read Also links, in one transaction.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { findClaimant, findHolder, nameOf } from '@/cms/addresses'
import { refuse } from '@/cms/hooks/refuse'
import { pathMessage } from '@/cms/messages'
import { execute } from '@/cms/sql'
import { inTransaction, type Transaction } from '@/cms/transaction'
import { articlePath, normalizePath, pathIssues } from '@/domain/paths'
import { slugify } from '@/domain/slug'
import { holdersOf, type Holder } from '@/domain/textImport/holding'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { fingerprint } from '@/domain/textImport/sameArticle'
import { toRichText } from '@/domain/textImport/toRichText'
import { questionKey, titleKey } from '@/domain/titleKey'
import type { Article } from '@/payload-types'
import { findOrCreate } from './findOrCreate'
import {
  findKnown,
  findLookAlikes,
  findNamed,
  forget,
  newRun,
  remember,
  type ImportRun,
  type KnownArticle,
  type LookAlike,
  type Source,
} from './knownSources'
import { publishImported } from './publishImported'
import { saveFaqItems, type Edits } from './saveFaqItems'
import { saveFormerPaths } from './saveFormerPaths'
import { linkKey, saveReadAlsoLinks } from './saveReadAlsoLinks'
import * as words from './words'

export interface ImportSource {
  text: string
  article: ImportedArticle
  /** Absolute path; absent for standard input. */
  file?: string
  /** The file's name within the imported folder. */
  name?: string
  /** The site that the source comes from, where it does not say so itself. */
  site?: string
  author?: string
  category?: string
  publish: boolean
  /** Also under a title that was only proposed. */
  acceptProposals?: boolean
  /** The number or the path of the article that it is a version of, whatever else it looks like. */
  versionOf?: string
  edits?: Edits
  /** The sources that are imported together. */
  run?: ImportRun
}

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
  const outcome = await inTransaction(transaction, () => save({ ...source, run }, transaction))
  run.articles.add(outcome.id)
  return outcome
}

async function save(
  source: ImportSource & { run: ImportRun },
  transaction: Transaction,
): Promise<ImportOutcome> {
  // One import at a time: two of the same new source would not see each other's article.
  await execute(transaction as PayloadRequest, sql`select pg_advisory_xact_lock(${IMPORTING})`)
  const { edits, run } = source
  const described = describe(source)
  const notices: string[] = []
  const known = await findArticle(source, described, notices, transaction)
  const lookAlikes = known ? [] : await findLookAlikes(described, run, transaction)
  const state: Importing = { source, described, known, lookAlikes, notices, transaction }

  const saysNothingNew = known?.earlier?.hash === described.hash
  if (known && saysNothingNew && !(known.edited && edits === 'overwrite'))
    return importAgain(known, state)
  if (known?.state === 'scheduled') throw new Error(words.onSchedule(`"${known.title}"`))
  if (known?.edited && edits === undefined)
    throw new Error(words.editedSince(`"${known.title}"`, known.edited))
  if (known?.edited && edits === 'keep') {
    await remember(known.id, described, known.earlier, transaction)
    notices.push(words.keptEdits(`"${known.title}"`, known.edited))
    return outcomeOf('kept', known, known.live, notices)
  }

  const { id } = await saveArticle(state)
  const readers = await publishIfMeant(id, state)
  notices.unshift(...lookAlikes.map(words.looksLike))
  const saved = await transaction.payload.findByID({
    ...{ collection: 'articles', id, draft: true, depth: 0 },
    req: transaction as PayloadRequest,
  })
  const { title, path } = saved
  const live = readers || Boolean(known?.live)
  return outcomeOf(known ? 'updated' : 'created', { id, title, path: path ?? '' }, live, notices)
}

/** A number of this project's own, by which imports wait for one another. */
const IMPORTING = 741_903

interface Importing {
  source: ImportSource
  described: Source
  known: KnownArticle | undefined
  lookAlikes: LookAlike[]
  notices: string[]
  transaction: Transaction
}

const outcomeOf = (
  status: ImportOutcome['status'],
  { id, path, title }: Pick<KnownArticle, 'id' | 'path' | 'title'>,
  live: boolean,
  notices: string[],
): ImportOutcome => ({ status, id, path, title, live, notices })

function describe({ article, text, file, name, site }: ImportSource): Source {
  const { sourceId, site: stated, path } = article.frontMatter
  return {
    sourceId,
    site: stated ?? site,
    address: path,
    file,
    name,
    hash: createHash('sha256').update(text).digest('hex'),
    titleKey: titleKey(article.title?.text ?? ''),
    fingerprint: fingerprint(text),
    telling: fingerprint(longestLines(text)),
  }
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
    await remember(known.id, described, known.earlier, transaction)
  const wanted = source.publish && known.state !== 'published'
  if (wanted && known.edited)
    notices.push(words.editedNotPublished(`"${known.title}"`, known.edited))
  const published = wanted && !known.edited && (await publishIfMeant(known.id, state))
  return outcomeOf(published ? 'updated' : 'unchanged', known, published || known.live, notices)
}

/** Says what keeps it from going live. */
async function publishIfMeant(id: number, state: Importing): Promise<boolean> {
  const { source, known, notices, transaction } = state
  if (!source.publish) return false
  const holders = holding(state)
  for (const holder of holders) notices.push(words.notPublished(holder, known?.live ?? false))
  return holders.length === 0 && publishImported(id, notices, transaction)
}

/** A title that was given to the article before stays its title, and is no proposal. */
const keepsTitle = ({ source, known }: Importing): boolean =>
  known !== undefined && source.article.title?.proposed === true

function holding(state: Importing): Holder[] {
  const { source, known, lookAlikes } = state
  const { title } = source.article
  const proposed = title?.proposed === true && (!known || known.title === title.text)
  return holdersOf({
    titleProposed: proposed && !known?.live && source.acceptProposals !== true,
    maybeSame: lookAlikes.some(({ maybeSame }) => maybeSame),
    anotherText: known?.isAnotherText ?? false,
    draft: false,
    future: false,
    scheduled: known?.state === 'scheduled',
  })
}

async function saveArticle(state: Importing): Promise<{ id: number }> {
  const { source, described, known, notices, transaction } = state
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const { article, edits } = source
  const title = (keepsTitle(state) ? known?.title : article.title?.text) ?? ''
  const faqItems = await saveFaqItems(article, known?.id, edits, notices, transaction)
  const readAlsoLinks = await saveReadAlsoLinks(article, transaction)
  const { frontMatter, sources } = article
  const statedPath = frontMatter.path
  refusePath(statedPath, req)
  const authors = frontMatter.authors ?? (source.author ? [source.author] : [])
  const category = frontMatter.category ?? source.category
  const data = {
    title,
    ...(statedPath ? { path: statedPath } : {}),
    summary: article.summary?.text ?? title,
    body: toRichText(article.blocks, {
      faqItem: (question) => required(faqItems.get(questionKey(question) || question), question),
      readAlsoLink: (linkTitle, url) =>
        required(readAlsoLinks.get(linkKey(linkTitle, url)), linkTitle),
    }),
    authors: await findOrCreate('authors', authors, notices, transaction),
    category: (
      await findOrCreate('categories', category ? [category] : [], notices, transaction)
    )[0],
    topics: await findOrCreate('topics', frontMatter.topics ?? [], notices, transaction),
    reviewer: (
      await findOrCreate(
        'authors',
        frontMatter.reviewer ? [frontMatter.reviewer] : [],
        notices,
        transaction,
      )
    )[0],
    lastReviewed: frontMatter.lastReviewed,
    sources,
    _status: 'draft' as const,
  }
  const options = { collection: 'articles', draft: true, depth: 0, req } as const
  const saved = known
    ? await payload.update({
        ...{ ...options, id: known.id, data: { ...data, workflowVersion: known.version } },
      })
    : await payload.create({ ...options, data })
  if (!known && !statedPath) await tellOfAddress(saved, notices, req)
  await saveFormerPaths(saved, frontMatter.formerPaths ?? [], notices, transaction)
  await remember(saved.id, described, known?.earlier, transaction)
  return saved
}

/** A draft may have any path; what somebody wrote into a file is refused with its file. */
function refusePath(stated: string | undefined, req: PayloadRequest): void {
  const messages = stated ? pathIssues(normalizePath(stated)).map(pathMessage) : []
  refuse(
    'articles',
    messages.map((message) => ({ path: 'path', message })),
    req,
  )
}

/** Another address than the title's own was made where that one is taken: the person who imports is told by what. */
async function tellOfAddress(
  { id, title, path }: Pick<Article, 'id' | 'title' | 'path'>,
  notices: string[],
  req: PayloadRequest,
): Promise<void> {
  const wanted = articlePath(slugify(title))
  if (!path || path === wanted) return
  const own = { collection: 'articles', id } as const
  const holder = (await findHolder(wanted, req)) ?? (await findClaimant(wanted, own, req))
  notices.push(words.addressTaken(wanted, holder && (await nameOf(holder, req)), path))
}

/** Headings recur from article to article; the longest lines are an article's own. */
const longestLines = (text: string): string =>
  text
    .split('\n')
    .sort((a, b) => b.length - a.length)
    .slice(0, 12)
    .join('\n')

function required(id: number | undefined, what: string): number {
  if (id === undefined) throw new Error(`"${what}" was not saved.`)
  return id
}
