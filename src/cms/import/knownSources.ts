// Finds the article that a source belongs to, and the articles that it only looks like.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest, Where } from 'payload'
import { execute } from '@/cms/database/sql'
import type { Transaction } from '@/cms/database/transaction'
import { namesOf } from '@/cms/records/people'
import { findRows } from '@/cms/records/rows'
import { LATEST, storedVersion } from '@/cms/records/storedVersion'
import {
  findAlike,
  findSameSource,
  isAnotherText,
  mayBeSameSource,
  type SourceIdentity,
  type SourceLooks,
} from '@/domain/textImport/source/sameArticle'
import type { State } from '@/domain/workflow/table'
import type { Article, Import } from '@/payload-types'

/** A source as it is compared with earlier ones; `telling` are the fingerprints of its longest lines. */
export interface Source extends SourceIdentity, SourceLooks {
  telling: string[]
}

/** The sources that one command imports: no two of them are one article. */
export interface ImportRun {
  /** Their files, by absolute path. */
  files: ReadonlySet<string>
  /** The articles that those before have become. */
  articles: Set<number>
}

export const newRun = (files: Iterable<string> = []): ImportRun => ({
  files: new Set(files),
  articles: new Set(),
})

/** Who saved a working version in the panel, and when. */
export interface Edited {
  name: string
  at: string
}

/** The article of which a source is a version. */
export interface KnownArticle {
  id: number
  path: string
  title: string
  live: boolean
  /** Of the working version. */
  state: State
  version: number
  /** Undefined where the working version is as it was imported. */
  edited?: Edited
  /** The import that it comes from; an article that was written here has none. */
  earlier?: Import
  /** The source is another text than the one that was imported under this name before. */
  isAnotherText: boolean
}

/** An article that the source may be a version of. */
export interface LookAlike {
  id: number
  title: string
  why: 'title' | 'text'
  /** The source may well be a version of it. */
  maybeSame: boolean
}

const identityOf = (row: Import) => ({
  row,
  sourceId: row.sourceId ?? undefined,
  site: row.site ?? undefined,
  address: row.address ?? undefined,
  file: row.file ?? undefined,
  name: row.name ?? undefined,
  hash: row.hash,
})

const looksOf = (row: Import) => ({
  row,
  titleKey: row.titleKey,
  fingerprint: row.lines as string[],
})

/**
 * The article that this source was imported as before.
 * @throws when that article is in the trash
 */
export async function findKnown(
  source: Source,
  run: ImportRun,
  transaction: Transaction,
): Promise<KnownArticle | undefined> {
  const { sourceId, address, file, name, site, hash } = source
  const rows = await findImports(
    [
      { hash: { equals: hash } },
      ...(sourceId ? [{ sourceId: { equals: sourceId } }] : []),
      ...(address ? [{ address: { equals: address } }] : []),
      ...(file ? [{ file: { equals: file } }] : []),
      ...(site && name ? [{ and: [{ site: { equals: site } }, { name: { equals: name } }] }] : []),
    ],
    run,
    transaction,
  )
  const others = new Set([...run.files].filter((other) => other !== file))
  const found = findSameSource(source, rows.map(identityOf), others)
  if (!found) return undefined
  const { row } = found.earlier
  const article = await findArticle({ id: { equals: row.article } }, transaction)
  if (!article) return undefined
  const another = found.by === 'file' && isAnotherText(source, looksOf(row))
  return { ...(await importStateOf(article, transaction)), earlier: row, isAnotherText: another }
}

/**
 * The article that the operator has named for an import, by its number or its path.
 * @throws when there is none, or it is in the trash
 */
export async function findNamed(name: string, transaction: Transaction): Promise<KnownArticle> {
  const where: Where = /^\d{1,9}$/.test(name)
    ? { id: { equals: Number(name) } }
    : { path: { equals: name } }
  const article = await findArticle(where, transaction)
  if (!article)
    throw new Error(
      `There is no article ${name}. Give the number or the path of one, such as 12 or /sleeping-well.`,
    )
  const rows = await findImports([{ article: { equals: article.id } }], newRun(), transaction)
  return { ...(await importStateOf(article, transaction)), earlier: rows[0], isAnotherText: false }
}

/** In the order of their numbers: articles of the same title, wherever they come from, and imported ones with most of the lines. */
export async function findLookAlikes(
  source: Source,
  run: ImportRun,
  transaction: Transaction,
): Promise<LookAlike[]> {
  const req = transaction as PayloadRequest
  const ids = await execute<{ id: number }>(
    req,
    sql`select id from imports
        where lines ?| array(select json_array_elements_text(${JSON.stringify(source.telling)}::json))
        order by id limit 50`,
  )
  const rows = await findImports([{ id: { in: ids.map(({ id }) => id) } }], run, transaction)
  const alike = findAlike(source, rows.map(looksOf))?.row
  const { docs } = await transaction.payload.find({
    collection: 'articles',
    where: { or: [titled(source), { id: { equals: alike?.article ?? 0 } }] },
    draft: true,
    sort: 'id',
    depth: 0,
    pagination: false,
    req,
  })
  return docs
    .filter(({ id }) => !run.articles.has(id))
    .map(({ id, title }) => ({
      id,
      title,
      why: id === alike?.article ? 'text' : 'title',
      maybeSame: id === alike?.article && mayBeSameSource(source, identityOf(alike)),
    }))
}

/** A title without a letter or a digit has an empty key, and equals no other. */
const titled = ({ titleKey }: SourceLooks): Where =>
  titleKey ? { titleKey: { equals: titleKey } } : { id: { equals: 0 } }

/** The imports to which one of these applies, without those of articles that are gone or belong to a source of this run. */
async function findImports(
  or: Where[],
  run: ImportRun,
  { payload, ...transaction }: Transaction,
): Promise<Import[]> {
  const { docs } = await payload.find({
    collection: 'imports',
    where: { and: [{ article: { exists: true } }, { or }] },
    sort: 'id',
    depth: 0,
    pagination: false,
    req: { payload, ...transaction } as PayloadRequest,
  })
  return docs.filter(({ article }) => !run.articles.has(article as number))
}

async function findArticle(where: Where, transaction: Transaction): Promise<Article | undefined> {
  const { docs } = await transaction.payload.find({
    collection: 'articles',
    where,
    draft: true,
    trash: true,
    depth: 0,
    limit: 1,
    req: transaction as PayloadRequest,
  })
  const article = docs[0]
  if (article?.deletedAt)
    throw new Error(
      `"${article.title}" is in the trash. Restore it in the panel, or delete it for ever, and import again.`,
    )
  return article
}

async function importStateOf({ id, path, title }: Article, transaction: Transaction) {
  const req = transaction as PayloadRequest
  const [row] = await findRows('articles', [id], req)
  return {
    id,
    path: path ?? '',
    title,
    live: row?.live ?? false,
    state: row?.state ?? 'draft',
    version: row?.version ?? 1,
    edited: await findEditor('articles', id, req),
  }
}

/** A command leaves no name. */
export async function findEditor(
  kind: 'articles' | 'faq-items',
  id: number,
  req: PayloadRequest,
): Promise<Edited | undefined> {
  const newest = await storedVersion<{ savedBy?: number | null }>({ kind, id }, req, LATEST)
  const editor = newest?.version.savedBy
  if (editor == null) return undefined
  return { name: (await namesOf([editor], req))(editor).name, at: newest?.updatedAt ?? '' }
}
