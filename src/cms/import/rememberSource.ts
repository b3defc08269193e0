// Remembers what an article was imported from, or forgets it.
import type { PayloadRequest } from 'payload'
import type { Transaction } from '@/cms/database/transaction'
import type { ReadDates } from '@/domain/textImport/source/sourceDate'
import type { Import } from '@/payload-types'
import type { Source } from './knownSources'

/** Stores what the article was imported from. What the source does not say this time (its file, from standard input) stays known. */
export async function remember(
  article: number,
  { telling: _, fingerprint, standing: __, ...source }: Source & ReadDates,
  earlier: Import | undefined,
  transaction: Transaction,
): Promise<void> {
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const { publishedAt = null, modifiedAt = null } = source
  const data = { ...source, publishedAt, modifiedAt, article, lines: [...fingerprint] }
  if (earlier) await payload.update({ collection: 'imports', id: earlier.id, data, req })
  else await payload.create({ collection: 'imports', data, req })
}

/** From now on it is not known what the article was imported from. */
export async function forget({ id }: Import, { payload, ...rest }: Transaction): Promise<void> {
  await payload.delete({ collection: 'imports', id, req: { payload, ...rest } as PayloadRequest })
}
