// Points redirects at their end in one hop, and never in a circle.
import type {
  CollectionAfterChangeHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
  Where,
} from 'payload'
import { findHolder, findOwner, describeHolder } from '@/cms/addresses/holders'
import { redirectFromMessage } from '@/cms/wording/fields'
import { isTermPath, normalizePath } from '@/domain/addresses/paths'
import {
  filledTarget,
  isTargetOf,
  redirectFrom,
  redirectFromIssues,
  redirectsFor,
} from '@/domain/addresses/redirectFrom'
import { endOfRedirect, type AddressUse } from '@/domain/addresses/redirects'
import { settings } from '@/env'
import type { Redirect } from '@/payload-types'
import { refuse } from '../fields/refuse'

const END_MESSAGES = {
  redirectLoop: 'leads back to where it came from.',
  redirectToGone: 'leads to an address that is gone.',
}

/** The article itself is the better target: it may move again. A page is led to by its address. */
const holderAt =
  (ownId: number | undefined, req: PayloadRequest) =>
  async (path: string): Promise<AddressUse<number | string>> => {
    const holder = await findHolder(path, req)
    if (holder?.collection === 'articles') return { is: 'target', target: holder.id }
    if (holder?.collection === 'pages') return { is: 'target', target: path }
    const row = await findRedirect(path, ownId, req)
    // A pattern such as /* takes no address that a category, a topic or an author has.
    if (isTermPath(path) && row?.from !== path) return { is: 'target', target: path }
    if (!row) return null
    if (row.status === '410') return { is: 'gone' }
    if (row.article == null)
      return { is: 'redirect', to: row.to ? filledTarget(row.from, row.to, path) : null }
    return { is: 'target', target: typeof row.article === 'object' ? row.article.id : row.article }
  }

async function findRedirect(path: string, ownId: number | undefined, req: PayloadRequest) {
  const wanted = redirectsFor(path)
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { in: wanted } },
    depth: 0,
    req,
    pagination: false,
  })
  const others = docs.filter(({ id }) => id !== ownId)
  return wanted.map((from) => others.find((row) => row.from === from)).find(Boolean)
}

const STAR_MESSAGE =
  'leads to an address with *, which stands at the end, such as /news/*, and only where this address ends with * too.'

/** The path that an address on this site names; undefined for one elsewhere, or of a part of a page. */
function pathOf(to: string): string | undefined {
  const { siteUrl } = settings()
  if (!URL.canParse(to, siteUrl)) return undefined
  const { origin, pathname, search, hash } = new URL(to, siteUrl)
  const isHere = origin === new URL(siteUrl).origin
  return isHere && search === '' && hash === '' ? normalizePath(pathname) : undefined
}

/** Checks both ends, and stores the redirect's final target. */
export const resolveRedirectChain: CollectionBeforeValidateHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const redirect = { ...originalDoc, ...data }
  const from = redirect.from && redirectFrom(redirect.from)
  // An address of a term is the site's own, so that only what the site makes leads on from it.
  const mayBegin = from === undefined || (redirect.automatic && isTermPath(from))
  const messages = mayBegin ? [] : redirectFromIssues(from).map(redirectFromMessage)
  if (from && redirect.to && !isTargetOf(from, redirect.to)) messages.push(STAR_MESSAGE)
  const holder = from ? await findOwner(from, req) : undefined
  if (holder && !(holder.collection === 'redirects' && holder.id === originalDoc?.id))
    messages.push(`is the address of ${await describeHolder(holder, req)}.`)
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
    ...(end && !('issue' in end) && leadsTo(from, redirect.to, end)),
  }
}

/** What is stored of where it leads. A pattern's target may be another thing for each address that it takes. */
function leadsTo(
  from: string | undefined,
  to: string | null | undefined,
  end: { target: number | string } | { path: string },
): Partial<Redirect> {
  if (to?.endsWith('*')) return {}
  if ('path' in end) return from?.endsWith('*') ? {} : { to: end.path }
  return typeof end.target === 'number' ? { article: end.target, to: null } : { to: end.target }
}

/** Points the redirects whose target is this address at this redirect's target, and removes the address from the missed ones. */
export const repointRedirects: CollectionAfterChangeHook<Redirect> = async ({ doc, req }) => {
  const { from, to, article, status } = doc
  const leadHere: Where = { to: { equals: from } }
  if (status !== '410' && !from.endsWith('*'))
    await req.payload.update({
      collection: 'redirects',
      where: leadHere,
      data: { to, article },
      req,
    })
  const missed: Where = { path: { equals: from } }
  await req.payload.delete({ collection: 'missed-addresses', where: missed, req })
  return doc
}
