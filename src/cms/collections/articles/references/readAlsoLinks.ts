// Shows Read Also links for the blocks of an article's form, and finds or makes the one link to a target.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest, Where } from 'payload'
import { asWhoAsks } from '@/cms/access/role'
import { inTransaction } from '@/cms/database/transaction'
import { execute } from '@/cms/database/sql'
import { idOf } from '@/cms/records/documents'
import { Refused } from '@/cms/records/refusal'
import { findRows } from '@/cms/records/rows'
import type { ListedState } from '@/cms/workflow/overview/states'
import { LIMITS } from '@/domain/access/limits'
import { titleKey } from '@/domain/addresses/titleKey'
import { safeUrl } from '@/domain/text/links'
import { isStorable } from '@/domain/text/typedText'
import { isRowId } from '@/domain/values/rowId'
import type { Id } from '@/domain/workflow/subject'
import type { ReadAlsoLink } from '@/payload-types'
import { listedState } from './listedState'
import { findWorkingVersions } from './workingVersions'
import { holdsWords } from './statements'
import { showTargets, type ShownTarget } from './targets'

export interface ShownLink extends Pick<
  ReadAlsoLink,
  'id' | 'kind' | 'title' | 'url' | 'publisher' | 'relation'
> {
  state: ListedState
  /** Of an internal link; null when the article is gone or lies in the trash. */
  target: ShownTarget | null
}

/** In the order of the ids; what lies in the trash is left out. */
export async function showLinks(ids: readonly Id[], req: PayloadRequest): Promise<ShownLink[]> {
  if (ids.length === 0) return []
  const docs = await findWorkingVersions('read-also-links', ids, req)
  const rows = await findRows('read-also-links', [...ids], req)
  const targets = await showTargets(
    docs.flatMap(({ article, kind }) => (kind === 'internal' ? (idOf(article) ?? []) : [])),
    req,
  )
  return ids.flatMap((id) => {
    const doc = docs.find((one) => one.id === id)
    const row = rows.find((one) => one.id === id)
    if (!doc || !row) return []
    const { kind, publisher, relation, title, url } = doc
    const target = targets.find((one) => one.id === idOf(doc.article)) ?? null
    return [
      {
        id,
        kind,
        title,
        url,
        publisher,
        relation,
        target,
        state: listedState(row),
      },
    ]
  })
}

const MAX_FOUND = 4

/** Links to the web whose title or address holds the words. */
export async function findExternalLinks(words: string, req: PayloadRequest): Promise<ShownLink[]> {
  const holds = holdsWords(
    sql`(coalesce(version_title, '') || ' ' || coalesce(version_url, ''))`,
    words,
  )
  if (!holds) return []
  const rows = await execute<{ id: Id }>(
    req,
    sql`select parent_id as id from _read_also_links_v
        where latest and version_kind = 'external' and version_deleted_at is null and ${holds}
        order by updated_at desc limit ${MAX_FOUND}`,
  )
  return showLinks(
    rows.map(({ id }) => id),
    req,
  )
}

/** What a link is chosen by: an article of the site, or an address of the web with the title that readers see. */
export type ChosenTarget = { article: Id } | { url: string; title: string }

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max && isStorable(value)

/** @throws Refused with the field that is wrong */
export function readTarget(body: Readonly<Record<string, unknown>>): ChosenTarget {
  const { article, title, url } = body
  if (article !== undefined && isRowId(article)) return { article: Number(article) }
  const wrong = [
    ...(isText(url, LIMITS.url) && safeUrl(url) !== null && /^https?:/i.test(url) ? [] : ['url']),
    ...(isText(title, LIMITS.question) ? [] : ['title']),
  ]
  const field = article === undefined ? wrong[0] : 'article'
  if (field !== undefined) throw new Refused(422, [{ code: 'requestInvalid', field }])
  return { url: String(url).trim(), title: String(title).trim() }
}

const sameTarget = (target: ChosenTarget): Where =>
  'article' in target
    ? { and: [{ kind: { equals: 'internal' } }, { article: { equals: target.article } }] }
    : {
        and: [
          { kind: { equals: 'external' } },
          { url: { equals: target.url } },
          { titleKey: { equals: titleKey(target.title) } },
        ],
      }

/** One that readers get comes first; one that was withdrawn would never be shown, and is not used again. */
async function findSame(target: ChosenTarget, req: PayloadRequest): Promise<Id | undefined> {
  const { docs } = await req.payload.find({
    collection: 'read-also-links',
    where: sameTarget(target),
    draft: true,
    select: {},
    sort: 'id',
    depth: 0,
    pagination: false,
    ...asWhoAsks(req),
  })
  const rows = await findRows(
    'read-also-links',
    docs.map(({ id }) => id),
    req,
  )
  const usable = rows.filter(({ withdrawal }) => withdrawal === null)
  return (usable.find(({ live }) => live) ?? usable[0])?.id
}

/** The link to the target: the one that is there, or a new draft. Two callers at once get the same. */
export const chooseLink = (target: ChosenTarget, req: PayloadRequest): Promise<ShownLink> =>
  inTransaction(req, async () => {
    await execute(
      req,
      sql`select pg_advisory_xact_lock(hashtext(${`read-also ${JSON.stringify(target)}`}))`,
    )
    if ('article' in target && (await showTargets([target.article], req)).length === 0)
      throw new Refused(422, [{ code: 'requestInvalid', field: 'article' }])
    const known = await findSame(target, req)
    const kind = 'article' in target ? ('internal' as const) : ('external' as const)
    const id =
      known ??
      (
        await req.payload.create({
          collection: 'read-also-links',
          data: { kind, ...target, _status: 'draft' },
          draft: true,
          depth: 0,
          ...asWhoAsks(req),
        })
      ).id
    const [link] = await showLinks([id], req)
    if (!link) throw new Refused(404, [{ code: 'notFound' }])
    return link
  })
