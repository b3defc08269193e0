// Saves the addresses that an imported text had before: each redirects to the article, once it is live.
import type { PayloadRequest } from 'payload'
import {
  findClaimant,
  findHolder,
  describeHolder,
  waitForAddresses,
  type AddressHolder,
} from '@/cms/addresses/holders'
import type { Transaction } from '@/cms/database/transaction'
import { redirectFrom, redirectFromIssues } from '@/domain/addresses/redirectFrom'
import type { Article } from '@/payload-types'

/** From the root of a site. Jekyll has words here that name a style of addresses, others have further titles of the text. */
const WHOLE = /^(?:\/(?!\/)|https?:\/\/)/i

/** An address that another document has stays that document's, and one that cannot be an address is left out; both are told. */
export async function saveFormerPaths(
  { id, path }: Pick<Article, 'id' | 'path'>,
  written: readonly string[],
  notices: string[],
  transaction: Transaction,
): Promise<void> {
  const req = transaction as PayloadRequest
  const said = new Map(
    written.map((address) => [
      WHOLE.test(address) ? redirectFrom(pathOf(address)) : address,
      address,
    ]),
  )
  said.delete(path ?? '')
  await waitForAddresses([...said.keys()], req)
  for (const [from, address] of said) {
    if (from.endsWith('*') || redirectFromIssues(from).length > 0) {
      notices.push(`"${address}" is no address of a page, so nothing leads on from it.`)
      continue
    }
    const own = { collection: 'articles', id } as const
    const holder = (await findHolder(from, req)) ?? (await findClaimant(from, own, req))
    if (!holder)
      await transaction.payload.create({
        collection: 'redirects',
        data: { from, status: '301', article: id, automatic: true },
        req,
      })
    else if (!(await leadsTo(id, holder, req)))
      notices.push(`${from} is the address of ${await describeHolder(holder, req)} and stays so.`)
  }
}

/** The old site may have had another name; what follows it is what its readers ask for here. */
export const pathOf = (address: string): string =>
  /^https?:\/\//i.test(address) ? address.replace(/^https?:\/\/[^/]*/i, '') : address

async function leadsTo(
  article: number,
  { collection, id }: AddressHolder,
  req: PayloadRequest,
): Promise<boolean> {
  if (collection === 'articles') return id === article
  if (collection !== 'redirects') return false
  const redirect = await req.payload.findByID({ collection, id, depth: 0, req })
  return redirect.article === article
}
