// Finds the present targets of addresses that editors typed, so that no link inside the site points to a redirect or to
// nothing.
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { formerPathIssues, questionPath } from '@/domain/addresses/paths'
import { questionAddress } from '@/domain/articles/faq/questionAddress'
import type { RichText } from '@/domain/text/richText'
import { ownAddress, typedUrls, withUrls } from '@/domain/articles/links/typedLinks'
import { settings } from '@/env'
import { findLivePaths } from '@/site/addresses/livePaths'
import { findHomePath } from '@/site/addresses/linkTargets'
import { readerClient } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { isPublicTerm } from './publicTerms'
import { findRedirect } from '@/site/addresses/redirects'
import { findWithdrawn } from '@/site/addresses/withdrawn'

/** The address itself, or its present target; null for an address of this site without content. */
export type CurrentUrl = (typed: string) => string | null

const ANCHOR = new RegExp(`^${questionPath('([^/]+)')}$`)

/** @param typed addresses of any site, as editors typed them */
export async function findCurrentUrls(typed: readonly string[]): Promise<CurrentUrl> {
  const { siteUrl } = settings()
  const own = (url: string) => ownAddress(url, siteUrl)
  const ends = await findTargets([...new Set(typed.flatMap((url) => own(url)?.path ?? []))])
  return (url) => {
    const address = own(url)
    if (!address) return url
    const end = ends.get(address.path)
    if (end === undefined) return address.path + address.rest
    // A target that is a part of a page has its own fragment.
    return end && (end.includes('#') ? end : end + address.rest)
  }
}

/** Texts as readers get them: each typed link has its final target. */
export async function withCurrentUrls(texts: readonly RichText[]): Promise<RichText[]> {
  const current = await findCurrentUrls(texts.flatMap(typedUrls))
  return texts.map((text) => withUrls(text, current))
}

/** Addresses that the site itself chose are not in the answer: they have no other target. */
async function findTargets(paths: readonly string[]): Promise<Map<string, string | null>> {
  const chosen = paths.filter((path) => formerPathIssues(path).length === 0)
  const live = await findLivePaths(chosen)
  const ends = new Map<string, string | null>()
  for (const path of chosen) ends.set(path, live.has(path) ? path : await findTarget(path))
  for (const path of paths) {
    if ((await isPublicTerm(path)) === false) ends.set(path, await findTarget(path))
    const [, anchor] = ANCHOR.exec(path) ?? []
    if (anchor !== undefined) ends.set(path, await findAnswerUrl(anchor))
  }
  return ends
}

/** As site/page/answerPage.ts answers the path. */
async function findTarget(path: string): Promise<string | null> {
  const withdrawn = await findWithdrawn(path)
  if (withdrawn?.reason === 'notice') return path
  if (withdrawn) return withdrawn.reason === 'moved' ? withdrawn.to : null
  const redirect = await findRedirect(path)
  return redirect && redirect.status !== 410 ? redirect.to : null
}

async function findAnswerUrl(anchor: string): Promise<string | null> {
  const client = await readerClient()
  const { docs } = await client.find({
    collection: 'faq-items',
    where: { anchor: { equals: anchor } },
    limit: 1,
    select: {},
    tags: [tagFor.path(questionPath(anchor)), tagFor.names('faq-items')],
  })
  const [item] = docs
  if (!item) return null
  addTag(tagFor.faqItem(item.id))
  return questionAddress({ anchor, path: (await findHomePath(item.id)) ?? null })
}
