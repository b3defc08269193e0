// Finds the articles that a Read Also link may lead to: by words of a title, of a text or of an address, or as a suggestion.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { asWhoAsks } from '@/cms/access/role'
import { execute } from '@/cms/database/sql'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'
import { findRows } from '@/cms/records/rows'
import type { ListedState } from '@/cms/workflow/overview/states'
import {
  suggestTargets,
  type Candidate,
  type Suggestion,
} from '@/domain/articles/links/suggestTargets'
import { titleKey } from '@/domain/addresses/titleKey'
import type { Id } from '@/domain/workflow/subject'
import { settings } from '@/env'
import { listedState } from './listedState'
import { holdsWords } from './statements'

/** An article as readers get it; where they get nothing, as they would get its working version. */
export interface ShownTarget {
  id: Id
  title: string
  path: string | null
  state: ListedState
}

export type SuggestedTarget = ShownTarget & Pick<Suggestion, 'reason'>

/** In the order of the ids; what lies in the trash is left out. */
export async function showTargets(ids: readonly Id[], req: PayloadRequest): Promise<ShownTarget[]> {
  if (ids.length === 0) return []
  const rows = await findRows('articles', [...ids], req)
  const find = async (some: readonly Id[], draft: boolean) =>
    some.length === 0
      ? []
      : (
          await req.payload.find({
            collection: 'articles',
            where: { id: { in: [...some] } },
            draft,
            select: { title: true, path: true },
            depth: 0,
            pagination: false,
            ...WITHOUT_JOINS,
            ...asWhoAsks(req),
          })
        ).docs
  const live = rows.filter((row) => row.live).map(({ id }) => id)
  const docs = [
    ...(await find(live, false)),
    ...(await find(
      ids.filter((id) => !live.includes(id)),
      true,
    )),
  ]
  return ids.flatMap((id) => {
    const doc = docs.find((one) => one.id === id)
    const row = rows.find((one) => one.id === id)
    if (!doc || !row) return []
    return [
      {
        id,
        title: doc.title || 'Without a title',
        path: doc.path ?? null,
        state: listedState(row),
      },
    ]
  })
}

const MAX_FOUND = 8

/** The path of an address of this site; undefined for other words. */
function pathIn(words: string): string | undefined {
  const { siteUrl } = settings()
  const path = words.startsWith(siteUrl) ? words.slice(siteUrl.length) : words
  return path.startsWith('/') ? path.replace(/[?#].*$/, '') : undefined
}

/** Live articles by the site's own search, and drafts by their titles: what has some of the words alone comes last. */
async function findByWords(words: string, req: PayloadRequest): Promise<Id[]> {
  const titled = holdsWords(sql`v.version_title`, words)
  const drafts = titled
    ? sql`union all
        (select v.parent_id, 1 from _articles_v v
          where v.latest and v.version__status = 'draft' and v.version_deleted_at is null and ${titled}
          order by v.updated_at desc limit ${MAX_FOUND})`
    : sql``
  const rows = await execute<{ id: Id }>(
    req,
    sql`select id from (
          (select document as id, case when fits then 0 else 2 end as rank
            from search_site(${words}, ${MAX_FOUND * 2}, 0) where kind = 'articles')
          ${drafts}
        ) as found group by id order by min(rank) limit ${MAX_FOUND}`,
  )
  return rows.map(({ id }) => id)
}

async function findByPath(path: string, req: PayloadRequest): Promise<Id[]> {
  const begins = `${path.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await execute<{ id: Id }>(
    req,
    sql`select id from articles where deleted_at is null and path like ${begins}
        order by path limit ${MAX_FOUND}`,
  )
  return rows.map(({ id }) => id)
}

/** @param own the article that is written, which is no target of its own */
export async function findTargets(
  words: string,
  own: Id | null,
  req: PayloadRequest,
): Promise<ShownTarget[]> {
  const path = pathIn(words)
  // An address elsewhere is no article, whatever words are in it.
  if (path === undefined && /^https?:\/\//i.test(words)) return []
  const ids = path === undefined ? await findByWords(words, req) : await findByPath(path, req)
  return showTargets(
    ids.filter((id) => id !== own),
    req,
  )
}

/** Of each reason: more are not needed to choose three from. */
const MAX_CANDIDATES = 20

interface Stored {
  title: string | null
  category: Id | null
}

/** Live articles with a topic, words of the title or the category in common, newest first, that the article does not link to yet. */
async function findCandidates(own: Id, stored: Stored, req: PayloadRequest): Promise<Id[]> {
  const some = titleKey(stored.title ?? '')
    .split(' ')
    .join(' or ')
  const rows = await execute<{ id: Id }>(
    req,
    sql`with mine as (
          select v.id from _articles_v v where v.parent_id = ${own} and v.latest limit 1
        ), linked as (
          select l.article_id as id from _articles_v_rels r
            join read_also_links l on l.id = r.read_also_links_id
            where r.parent_id in (select id from mine)
          union select ${own}
        ), found as (
          (select r.parent_id as id from articles_rels r
            join articles a on a.id = r.parent_id and a._status = 'published'
            where r.path = 'topics' and r.topics_id in (
              select topics_id from _articles_v_rels
              where parent_id in (select id from mine) and path = 'version.topics')
            order by r.parent_id desc limit ${MAX_CANDIDATES})
          union
          (select d.document from search_documents d
            where d.kind = 'articles' and d.words @@ websearch_to_tsquery(search_config(), ${some})
            order by ts_rank('{0, 0, 0, 1}', d.words, websearch_to_tsquery(search_config(), ${some})) desc
            limit ${MAX_CANDIDATES})
          union
          (select id from articles
            where category_id = ${stored.category} and _status = 'published'
            order by id desc limit ${MAX_CANDIDATES})
        )
        select f.id from found f join articles a on a.id = f.id and a.deleted_at is null
          where f.id not in (select id from linked where id is not null)
          order by f.id desc`,
  )
  return rows.map(({ id }) => id)
}

/** What the suggestion compares, with the names of topics and categories. */
async function describe(
  ids: readonly Id[],
  draft: boolean,
  req: PayloadRequest,
): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { id: { in: [...ids] } },
    draft,
    select: { title: true, topics: true, category: true },
    depth: 1,
    pagination: false,
    ...WITHOUT_JOINS,
    ...asWhoAsks(req),
  })
  const nameOf = (row: unknown): string[] => {
    const { name } = (row ?? {}) as { name?: unknown }
    return typeof name === 'string' ? [name] : []
  }
  const described = docs.map((doc) => ({
    id: doc.id,
    title: doc.title ?? '',
    topics: (doc.topics ?? []).flatMap(nameOf),
    category: nameOf(doc.category)[0] ?? null,
  }))
  return ids.flatMap((id) => described.find((one) => one.id === id) ?? [])
}

/** Three live articles, each with the reason for it. */
export async function suggestFor(own: Id, req: PayloadRequest): Promise<SuggestedTarget[]> {
  const [mine] = await describe([own], true, req)
  if (!mine) return []
  const [version] = await execute<{ category: Id | null }>(
    req,
    sql`select version_category_id as category from _articles_v
        where parent_id = ${own} and latest limit 1`,
  )
  const ids = await findCandidates(
    own,
    { title: mine.title, category: version?.category ?? null },
    req,
  )
  const suggested = suggestTargets(mine, await describe(ids, false, req))
  const shown = await showTargets(
    suggested.map(({ id }) => id),
    req,
  )
  return shown.flatMap((target) => {
    const found = suggested.find(({ id }) => id === target.id)
    return found ? [{ ...target, reason: found.reason }] : []
  })
}
