// One parsed source → one article with its FAQ items and Read Also links, in one transaction.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { findClaimant, findHolder, nameOf } from '@/cms/addresses'
import { readClock } from '@/cms/clock'
import { refuse } from '@/cms/hooks/refuse'
import { pathMessage } from '@/cms/messages'
import { execute } from '@/cms/sql'
import { inTransaction, type Transaction } from '@/cms/transaction'
import { LIMITS } from '@/domain/limits'
import { articlePath, formerPath, normalizePath, pathIssues } from '@/domain/paths'
import { slugify } from '@/domain/slug'
import { holdersOf, type Holder } from '@/domain/textImport/holding'
import type { FrontMatter, ImportedArticle } from '@/domain/textImport/importedArticle'
import { fingerprint } from '@/domain/textImport/sameArticle'
import { parseSourceDate, readDates, type ReadDates } from '@/domain/textImport/sourceDate'
import {
  draftWords,
  fileSays,
  isClosedToEngines,
  pathOfSlug,
} from '@/domain/textImport/sourceStanding'
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
import { pathOf, saveFormerPaths } from './saveFormerPaths'
import { linkKey, saveReadAlsoLinks } from './saveReadAlsoLinks'
import * as words from './words'

export interface ImportSource {
  text: string
  article: ImportedArticle
  /** The address that the source states for itself, as it is written there. */
  address?: string
  /** Keys of the front matter of which something was not taken over. */
  notTaken?: string[]
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
  const dates = await datesOf(source, transaction)
  const notices: string[] = []
  const known = await findArticle(source, described, notices, transaction)
  const lookAlikes = known ? [] : await findLookAlikes(described, run, transaction)
  const state: Importing = { source, described, dates, known, lookAlikes, notices, transaction }

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
    ...{ collection: 'articles', id, draft: true, depth: 0 },
    req: transaction as PayloadRequest,
  })
  const { title, path } = stored
  const live = published || Boolean(known?.live)
  return outcomeOf(known ? 'updated' : 'created', { id, title, path: path ?? '' }, live, notices)
}

/** A number of this project's own, by which imports wait for one another. */
const IMPORTING = 741_903

interface Importing {
  source: ImportSource
  described: Source
  dates: ReadDates
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

function describe({ address, article, text, file, name, site }: ImportSource): Source {
  const { sourceId, site: stated } = article.frontMatter
  return {
    sourceId,
    site: stated ?? site,
    address: address && formerPath(pathOf(address)),
    file,
    name,
    hash: createHash('sha256').update(text).digest('hex'),
    titleKey: titleKey(article.title?.text ?? ''),
    fingerprint: fingerprint(text),
    telling: fingerprint(longestLines(text)),
  }
}

/** When the source says that it was published and changed; a file may say the day of its publication in its name. */
async function datesOf(
  { article: { frontMatter }, file }: ImportSource,
  transaction: Transaction,
): Promise<ReadDates> {
  const req = transaction as PayloadRequest
  const { published = '', publishedAt, date, createdAt, modifiedAt, expires } = frontMatter
  const { timeZone } = await transaction.payload.findGlobal({
    slug: 'site-settings',
    depth: 0,
    req,
  })
  const stated = {
    published:
      publishedAt ??
      (parseSourceDate(published) ? published : undefined) ??
      date ??
      createdAt ??
      fileSays(file ?? '').day,
    modified: modifiedAt,
    expires,
  }
  return readDates(stated, await readClock(req), timeZone || 'UTC')
}

const isSameText = (known: KnownArticle | undefined, { hash }: Source): boolean =>
  known?.earlier?.hash === hash

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

/** Says what keeps it from going live. */
async function publishIfMeant(
  id: number,
  saved: words.SavedAs,
  state: Importing,
): Promise<boolean> {
  const { source, notices, transaction } = state
  if (!source.publish) return false
  const holders = holding(state)
  const said = draftWords(source.article.frontMatter)
  for (const holder of holders) notices.push(words.notPublished(holder, saved, said))
  return holders.length === 0 && publishImported(id, state.dates, notices, transaction)
}

/** A title that was given to the article before stays its title, and is no proposal. */
const keepsTitle = ({ source, known }: Importing): boolean =>
  known !== undefined && source.article.title?.proposed === true

function holding(state: Importing): Holder[] {
  const { source, described, dates, known, lookAlikes } = state
  const { title, frontMatter } = source.article
  // The same text has the same proposal; of another text nobody knows whether its article's title was one.
  const wasGiven = isSameText(known, described) && known?.title !== title?.text
  const proposed = title?.proposed === true && !wasGiven
  return holdersOf({
    titleProposed: proposed && !known?.live && source.acceptProposals !== true,
    maybeSame: lookAlikes.some(({ maybeSame }) => maybeSame),
    anotherText: known?.isAnotherText ?? false,
    draft: draftWords(frontMatter) !== undefined || fileSays(source.file ?? '').draft,
    future: dates.standing === 'future',
    expired: dates.standing === 'expired',
    scheduled: known?.state === 'scheduled',
  })
}

async function saveArticle(state: Importing): Promise<{ id: number }> {
  const { source, described, dates, known, notices, transaction } = state
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const { article, edits } = source
  const title = (keepsTitle(state) ? known?.title : article.title?.text) ?? ''
  const faqItems = await saveFaqItems(article, known?.id, edits, notices, transaction)
  const readAlsoLinks = await saveReadAlsoLinks(article, notices, transaction)
  const { frontMatter, sources } = article
  const {
    authors = source.author ? [source.author] : [],
    categories = [],
    topics = [],
  } = frontMatter
  const [firstCategory, ...otherCategories] = categories
  const category = frontMatter.category ?? firstCategory ?? source.category
  const asTopics = frontMatter.category ? categories : otherCategories
  if (category && asTopics.length > 0) notices.push(words.categoriesAsTopics(category, asTopics))
  notices.push(...words.notTaken(source.notTaken ?? [], frontMatter, dates))
  const stated = await pathFor(state)
  const data = {
    title,
    ...stated,
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
    topics: await findOrCreate('topics', [...asTopics, ...topics], notices, transaction),
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
    ...engineFields(frontMatter, notices),
    _status: 'draft' as const,
  }
  const options = { collection: 'articles', draft: true, depth: 0, req } as const
  const saved = known
    ? await payload.update({
        ...{ ...options, id: known.id, data: { ...data, workflowVersion: known.version } },
      })
    : await payload.create({ ...options, data })
  if (!known && !stated.path) await tellOfAddress(saved, notices, req)
  await saveFormerPaths(saved, frontMatter.formerPaths ?? [], notices, transaction)
  await remember(saved.id, { ...described, ...dates }, known?.earlier, transaction)
  return saved
}

/** What search engines get, as far as the source says it and there is room for it. */
function engineFields(frontMatter: FrontMatter, notices: string[]) {
  const { summary, description, seoTitle, seoDescription = summary && description } = frontMatter
  const fits = (name: string, text: string | undefined, limit: number) => {
    if (text !== undefined && text.length > limit) notices.push(words.tooLongToTake(name, limit))
    return text !== undefined && text.length <= limit ? text : undefined
  }
  return {
    seoTitle: fits('title', seoTitle, LIMITS.seoTitle),
    seoDescription: fits('description', seoDescription, LIMITS.seoDescription),
    ...(isClosedToEngines(frontMatter) ? { index: false } : {}),
  }
}

/** The path that the source states; of a new article that states a slug alone, one that no other document has. */
async function pathFor({
  source,
  known,
  notices,
  transaction,
}: Importing): Promise<{ path?: string }> {
  const { path, slug } = source.article.frontMatter
  const req = transaction as PayloadRequest
  refusePath(path, req)
  if (path) return { path }
  const meant = pathOfSlug(slug ?? '')
  if (known && meant && known.path && !known.path.startsWith(meant))
    notices.push(words.slugNotTaken(meant, known.path))
  if (known || !meant) return {}
  const own = { collection: 'articles', id: 0 } as const
  const findTaker = async (candidate: string) =>
    (await findHolder(candidate, req)) ?? (await findClaimant(candidate, own, req))
  const holder = await findTaker(meant)
  let free = meant
  for (let n = 2; pathIssues(free).length > 0 || (await findTaker(free)); n++)
    free = `${meant}-${n}`
  if (free !== meant)
    notices.push(words.addressTaken(meant, holder && (await nameOf(holder, req)), free))
  return { path: free }
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
