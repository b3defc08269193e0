// Saves the Read Also lines of an imported article: to a live article of that title, to the web, or waiting for one to appear.
import type { PayloadRequest, Where } from 'payload'
import { LIVE } from '@/cms/access/readers'
import type { Transaction } from '@/cms/database/transaction'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { titleKey } from '@/domain/addresses/titleKey'
import { severalTitled } from './words'

/** Of two links to one address each has the words that its source gives. */
export const linkKey = (title: string, url?: string): string =>
  [titleKey(title) || title, url ?? ''].join(' ')

/** `linkKey` → id of the link. Links that exist already are reused. */
export async function saveReadAlsoLinks(
  article: ImportedArticle,
  notices: string[],
  transaction: Transaction,
): Promise<Map<string, number>> {
  const { payload } = transaction
  const req = transaction as PayloadRequest
  const saved = new Map<string, number>()
  for (const block of article.blocks) {
    if (block.type !== 'readAlso') continue
    const { title, url } = block
    // Empty for a title without a letter or a digit, which therefore equals no other.
    const key = titleKey(title)
    const target = url || !key ? undefined : await findLive(block.title, notices, transaction)
    const kind = url ? 'external' : target ? 'internal' : 'unresolved'
    const same: Record<typeof kind, Where> = {
      external: { and: [{ url: { equals: url } }, { title: { equals: title } }] },
      internal: { article: { equals: target } },
      unresolved: key ? { titleKey: { equals: key } } : { title: { equals: title } },
    }
    const { docs } = await payload.find({
      collection: 'read-also-links',
      where: { and: [{ kind: { equals: kind } }, same[kind]] },
      draft: true,
      depth: 0,
      limit: 1,
      req,
    })
    const known = docs[0]
    const data = { kind, title, url, article: target } as const
    const options = { collection: 'read-also-links', draft: true, depth: 0, req } as const
    const { id } =
      known ?? (await payload.create({ ...options, data: { ...data, _status: 'draft' } }))
    saved.set(linkKey(title, url), id)
  }
  return saved
}

/** Of several articles with the title the one that was published first; whoever imports is told. */
async function findLive(
  title: string,
  notices: string[],
  transaction: Transaction,
): Promise<number | undefined> {
  const { docs } = await transaction.payload.find({
    collection: 'articles',
    where: {
      and: [{ titleKey: { equals: titleKey(title) } }, LIVE],
    },
    sort: 'publishedAt',
    select: { path: true },
    depth: 0,
    limit: 2,
    req: transaction as PayloadRequest,
  })
  if (docs.length > 1) notices.push(severalTitled(title, docs[0]?.path ?? ''))
  return docs[0]?.id
}
