// One parsed source → one article with its FAQ items and Read Also links, in one transaction.
import { createHash } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { inTransaction, type Transaction } from '@/cms/transaction'
import { slugify } from '@/domain/slug'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { fingerprint } from '@/domain/textImport/sameArticle'
import { toRichText } from '@/domain/textImport/toRichText'
import { titleKey } from '@/domain/titleKey'
import { findKnown, remember, type SourceIdentity } from './knownSources'
import { publishImported } from './publishImported'
import { saveFaqItems } from './saveFaqItems'
import { saveFormerPaths } from './saveFormerPaths'
import { saveReadAlsoLinks } from './saveReadAlsoLinks'

export interface ImportSource {
  text: string
  article: ImportedArticle
  /** Absolute path; absent for standard input. */
  file?: string
  author?: string
  category?: string
  publish: boolean
}

export interface ImportOutcome {
  status: 'created' | 'updated' | 'unchanged'
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
  return inTransaction(transaction, () => save(source, transaction))
}

async function save(source: ImportSource, transaction: Transaction): Promise<ImportOutcome> {
  const { article, file, publish } = source
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const title = article.title?.text ?? ''
  const identity: SourceIdentity = {
    titleKey: titleKey(title),
    file,
    lines: fingerprint(source.text),
    hash: createHash('sha256').update(source.text).digest('hex'),
    telling: fingerprint(longestLines(source.text)),
  }
  const known = await findKnown(identity, transaction)

  if (known?.hash === identity.hash && (known.live || !publish)) {
    return { status: 'unchanged', notices: [], ...known.article, live: known.live }
  }

  const notices: string[] = []
  const faqItems = await saveFaqItems(article, known?.article.id, notices, transaction)
  const readAlsoLinks = await saveReadAlsoLinks(article, transaction)
  const { frontMatter, sources } = article
  const authors = frontMatter.authors ?? (source.author ? [source.author] : [])
  const category = frontMatter.category ?? source.category
  const data = {
    title,
    ...(frontMatter.path ? { path: frontMatter.path } : {}),
    summary: article.summary?.text ?? title,
    body: toRichText(article.blocks, {
      faqItem: (question) => required(faqItems.get(titleKey(question) || question), question),
      readAlsoLink: (linkTitle, url) =>
        required(readAlsoLinks.get(url ?? (titleKey(linkTitle) || linkTitle)), linkTitle),
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
    ? await payload.update({ ...options, id: known.article.id, data })
    : await payload.create({ ...options, data })
  await saveFormerPaths(saved, frontMatter.formerPaths ?? [], notices, transaction)
  await remember(saved.id, identity, known?.importId, transaction)
  const published =
    publish && (await publishImported(saved.id, [...faqItems.values()], notices, transaction))
  return {
    status: known ? 'updated' : 'created',
    id: saved.id,
    path: saved.path ?? '',
    title: saved.title,
    live: published || Boolean(known?.live),
    notices,
  }
}

/** Names → ids; a name that is new becomes a row, and the person who imports is told. */
async function findOrCreate(
  collection: 'authors' | 'categories' | 'topics',
  names: string[],
  notices: string[],
  transaction: Transaction,
): Promise<number[]> {
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const ids: number[] = []
  for (const name of names) {
    const { docs } = await payload.find({
      collection,
      where: { slug: { equals: slugify(name) } },
      depth: 0,
      limit: 1,
      req,
    })
    const row = docs[0] ?? (await payload.create({ collection, data: { name, slug: '' }, req }))
    if (!docs[0]) notices.push(`"${name}" is new in ${collection}.`)
    ids.push(row.id)
  }
  return ids
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
