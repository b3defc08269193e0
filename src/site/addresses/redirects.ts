// Finds the present target of an old address.
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { filledTarget, redirectsFor } from '@/domain/addresses/redirectFrom'
import { endOfRedirect, type AddressUse } from '@/domain/addresses/redirects'
import { findPath } from '@/site/addresses/linkTargets'
import { findLivePaths } from '@/site/addresses/livePaths'
import { readerClient } from '@/site/data/readerClient'
import { idOf } from '@/site/data/rows'
import { isPublicTerm } from './publicTerms'

export type Redirect = { status: 301 | 308; to: string } | { status: 410 }

/** One redirect: a row of an address, or of a pattern that covers it. */
async function findRedirectRow(
  asked: string,
): Promise<(Redirect & { isFinal?: boolean }) | undefined> {
  const wanted = redirectsFor(asked)
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'redirects',
    where: { from: { in: wanted } },
    tags: wanted.map(tagFor.path),
  })
  for (const from of wanted) {
    const row = docs.find((doc) => doc.from === from)
    if (!row) continue
    if (row.status === '410') return { status: 410 }
    const status = Number(row.status) as 301 | 308
    const path = row.article == null ? undefined : await findPath(idOf(row.article))
    if (path) return { status, to: path, isFinal: true }
    // A redirect to an article that is not live does not exist for readers.
    if (row.article == null && row.to) return { status, to: filledTarget(from, row.to, asked) }
  }
  return undefined
}

/** The paths on this site: another site's address is an end, and so is a part of a page. */
const isPath = (to: string): boolean => to.startsWith('/') && !/[?#]/.test(to)

async function findUse(path: string): Promise<AddressUse<string>> {
  if ((await findLivePaths([path])).has(path)) return { is: 'target', target: path }
  if (await isPublicTerm(path)) return { is: 'target', target: path }
  const redirect = await findRedirectRow(path)
  if (redirect?.status === 410) return { is: 'gone' }
  return redirect ? { is: 'redirect', to: redirect.to } : null
}

/**
 * The target in one hop, whatever patterns apply to the addresses on the way. A redirect that goes round in a circle
 * has none.
 * @param asked a path, or one with the query of an old address
 */
export async function findRedirect(asked: string): Promise<Redirect | undefined> {
  const first = await findRedirectRow(asked)
  if (!first || first.status === 410) return first
  const { status, to, isFinal } = first
  if (isFinal || !isPath(to)) return { status, to }
  const end = await endOfRedirect(asked, to, findUse)
  if ('path' in end) return { status, to: end.path }
  if ('target' in end) return { status, to: end.target }
  return end.issue === 'redirectToGone' ? { status: 410 } : undefined
}
