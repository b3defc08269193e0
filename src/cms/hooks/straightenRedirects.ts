// Redirects lead to their end in one hop, and never in a circle.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import { findHolder, findOwner, nameOf } from '@/cms/addresses'
import { formerPathMessage } from '@/cms/messages'
import { formerPath, formerPathIssues, normalizePath } from '@/domain/paths'
import { endOfRedirect, type AddressUse } from '@/domain/redirects'
import { settings } from '@/env'
import type { Redirect } from '@/payload-types'
import { refuse } from './refuse'

const END_MESSAGES = {
  redirectLoop: 'leads back to where it came from.',
  redirectToGone: 'leads to an address that is gone.',
}

/** The article itself is the better target: it may move again. A page is led to by its address. */
const holderAt =
  (ownId: number | undefined, req: PayloadRequest) =>
  async (path: string): Promise<AddressUse<number>> => {
    const holder = await findHolder(path, req)
    if (holder?.collection === 'articles') return { is: 'target', target: holder.id }
    if (holder?.collection !== 'redirects' || holder.id === ownId) return null
    const row = await req.payload.findByID({ ...holder, collection: 'redirects', depth: 0, req })
    if (row.status === '410') return { is: 'gone' }
    if (row.article == null) return { is: 'redirect', to: row.to ?? null }
    return { is: 'target', target: typeof row.article === 'object' ? row.article.id : row.article }
  }

/** The path that an address on this site names; undefined for one elsewhere, or of a part of a page. */
function pathOf(to: string): string | undefined {
  const { siteUrl } = settings()
  if (!URL.canParse(to, siteUrl)) return undefined
  const { origin, pathname, search, hash } = new URL(to, siteUrl)
  const isHere = origin === new URL(siteUrl).origin
  return isHere && search === '' && hash === '' ? normalizePath(pathname) : undefined
}

/** Checks both ends, and stores where the redirect leads in the end. */
export const straighten: CollectionBeforeValidateHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const redirect = { ...originalDoc, ...data }
  const from = redirect.from && formerPath(redirect.from)
  const messages = from ? formerPathIssues(from).map(formerPathMessage) : []
  const holder = from ? await findOwner(from, req) : undefined
  if (holder && !(holder.collection === 'redirects' && holder.id === originalDoc?.id))
    messages.push(`is the address of ${await nameOf(holder, req)}.`)
  const leads = from && redirect.status !== '410' && redirect.article == null
  const path = leads && redirect.to ? pathOf(redirect.to) : undefined
  const end =
    from && path ? await endOfRedirect(from, path, holderAt(originalDoc?.id, req)) : undefined
  if (end && 'issue' in end) messages.push(END_MESSAGES[end.issue])
  refuse(
    'redirects',
    messages.map((message) => ({ path: 'from', message })),
    req,
  )
  return {
    ...data,
    ...(from ? { from } : {}),
    ...(end && 'target' in end ? { article: end.target, to: null } : {}),
    ...(end && 'path' in end ? { to: end.path } : {}),
  }
}

/** What led to this address leads on at once, and the address is missed no more. */
export const straightenOthers: CollectionAfterChangeHook<Redirect> = async ({ doc, req }) => {
  const { from, to, article, status } = doc
  const leadHere: Where = { to: { equals: from } }
  if (status !== '410')
    await req.payload.update({
      ...{ collection: 'redirects', where: leadHere, data: { to, article }, req },
    })
  const missed: Where = { path: { equals: from } }
  await req.payload.delete({ collection: 'missed-addresses', where: missed, req })
  return doc
}
