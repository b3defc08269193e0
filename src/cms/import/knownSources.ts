// Which article a source belongs to: the same source never makes a second article.
import type { PayloadRequest, Where } from 'payload'
import { poolOf } from '@/cms/pool'
import type { Transaction } from '@/cms/transaction'
import { findSameArticle } from '@/domain/textImport/sameArticle'
import type { Import } from '@/payload-types'

/** `lines` are the fingerprints of all lines, `telling` those of the longest. */
export interface SourceIdentity {
  titleKey: string
  file?: string
  hash: string
  lines: string[]
  telling: string[]
}

export interface KnownSource {
  importId: number
  hash: string
  live: boolean
  article: { id: number; path: string; title: string }
}

/**
 * The article that this source belongs to, found by its text, its title, its file or most of its lines.
 * @throws when that article is in the trash, or has the title but was written by hand
 */
export async function findKnown(
  source: SourceIdentity,
  transaction: Transaction,
): Promise<KnownSource | undefined> {
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const row = await findImport(source, transaction)
  const { docs } = await payload.find({
    collection: 'articles',
    where: row ? { id: { equals: row.article } } : titled(source),
    draft: true,
    trash: true,
    depth: 0,
    limit: 1,
    req,
  })
  const article = docs[0]
  if (!article) return undefined
  if (article.deletedAt)
    throw new Error(
      `"${article.title}" is in the trash. Restore it in the panel, or delete it for ever, and import again.`,
    )
  if (!row)
    throw new Error(
      `There is already an article "${article.title}" that was not imported. Give another title with --title.`,
    )
  const live = await payload.count({
    collection: 'articles',
    where: { and: [{ id: { equals: article.id } }, { _status: { equals: 'published' } }] },
    req,
  })
  return {
    importId: row.id,
    hash: row.hash,
    live: live.totalDocs > 0,
    article: { id: article.id, path: article.path ?? '', title: article.title },
  }
}

/** A title without a letter or a digit has an empty key, and equals no other. */
const titled = ({ titleKey }: SourceIdentity): Where =>
  titleKey ? { titleKey: { equals: titleKey } } : { id: { equals: 0 } }

async function findImport(
  source: SourceIdentity,
  { payload, ...transaction }: Transaction,
): Promise<Import | undefined> {
  const { rows } = await poolOf(payload.db).query<{ id: number }>(
    `select id from imports where lines ?| $1 limit 50`,
    [source.telling],
  )
  const { docs } = await payload.find({
    collection: 'imports',
    where: {
      and: [
        { article: { exists: true } },
        {
          or: [
            { hash: { equals: source.hash } },
            titled(source),
            { id: { in: rows.map(({ id }) => id) } },
            ...(source.file ? [{ file: { equals: source.file } }] : []),
          ],
        },
      ],
    },
    depth: 0,
    pagination: false,
    req: { payload, ...transaction } as PayloadRequest,
  })
  const same = findSameArticle(
    { titleKey: source.titleKey, file: source.file, fingerprint: source.lines },
    docs.map(({ id, titleKey, file, lines }) => ({
      id,
      titleKey,
      file: file ?? undefined,
      fingerprint: lines as string[],
    })),
  )
  return docs.find(({ hash }) => hash === source.hash) ?? docs.find(({ id }) => id === same)
}

/** Keeps what the article was imported from, in place of an earlier source. */
export async function remember(
  article: number,
  { titleKey, file, hash, lines }: SourceIdentity,
  id: number | undefined,
  { payload, ...transaction }: Transaction,
): Promise<void> {
  const data = { article, titleKey, file: file ?? null, hash, lines }
  const req = { payload, ...transaction } as PayloadRequest
  if (id) await payload.update({ collection: 'imports', id, data, req })
  else await payload.create({ collection: 'imports', data, req })
}
