// Shows FAQ items for the FAQ section of an article's form: working text, state, what the caller may do, who else uses them.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { authorOf, policyRole } from '@/cms/access/actor'
import { execute } from '@/cms/database/sql'
import { findRows, situationOf } from '@/cms/records/rows'
import { titlesOf } from '@/cms/records/titles'
import type { ListedState } from '@/cms/workflow/overview/states'
import { ALIKE } from '@/domain/workflow/checklist/faqIssues'
import { allows } from '@/domain/workflow/policy'
import type { Id } from '@/domain/workflow/subject'
import type { FaqItem } from '@/payload-types'
import { listedState } from './listedState'
import { findWorkingVersions } from './workingVersions'
import { holdsWords, idList } from './statements'

export interface ArticleName {
  id: Id
  title: string
}

export interface ShownFaqItem {
  /** The working version, with `workflowVersion`: what a save begins from. */
  item: FaqItem & { workflowVersion?: number | null }
  state: ListedState
  mayEdit: boolean
  mayTrash: boolean
  /** The other articles that show it, live or in their working version; the first of them by title. */
  usedIn: { total: number; articles: ArticleName[] }
}

/** One answer may stand in thousands of articles. */
const MAX_NAMED = 20

interface Use {
  item: Id
  article: Id
  total: number
}

/** For all items at once; the newest articles of each. */
const findUses = (items: readonly Id[], own: Id | null, req: PayloadRequest): Promise<Use[]> =>
  execute<Use>(
    req,
    sql`with named as (
          select r.faq_items_id as item, r.parent_id as article from articles_rels r
            join articles a on a.id = r.parent_id
            where r.path = 'faqItems' and a._status = 'published' and r.faq_items_id in (${idList(items)})
          union
          select r.faq_items_id, v.parent_id from _articles_v_rels r
            join _articles_v v on v.id = r.parent_id
            where v.latest and r.path = 'version.faqItems' and r.faq_items_id in (${idList(items)})
        ), counted as (
          select n.item, n.article,
            count(*) over (partition by n.item)::integer as total,
            row_number() over (partition by n.item order by n.article desc) as place
          from named n join articles a on a.id = n.article
          where a.deleted_at is null and n.article <> ${own ?? 0}
        )
        select item, article, total from counted where place <= ${MAX_NAMED}`,
  )

/**
 * In the order of the ids; what the caller may not see, and what lies in the trash, is left out.
 * @param own the article that asks; null for a new one
 */
export async function showFaqItems(
  ids: readonly Id[],
  own: Id | null,
  req: PayloadRequest,
): Promise<ShownFaqItem[]> {
  if (ids.length === 0) return []
  const docs = await findWorkingVersions('faq-items', ids, req)
  const found = docs.map(({ id }) => id)
  if (found.length === 0) return []
  const rows = await findRows('faq-items', found, req)
  const uses = await findUses(found, own, req)
  const titleOf = await titlesOf(
    req.payload,
    [...new Set(uses.map(({ article }) => article))].map((id) => ({ kind: 'articles', id })),
  )
  const usedIn = (id: Id): ShownFaqItem['usedIn'] => {
    const mine = uses.filter(({ item }) => item === id)
    const articles = mine.flatMap(({ article }) => {
      const title = titleOf({ kind: 'articles', id: article })
      return title === undefined ? [] : [{ id: article, title }]
    })
    return { total: mine[0]?.total ?? 0, articles }
  }
  return ids.flatMap((id) => {
    const item = docs.find((doc) => doc.id === id)
    const row = rows.find((one) => one.id === id)
    if (!item || !row) return []
    const may = (operation: 'edit' | 'trash') =>
      allows('faq-items', operation, policyRole(req), situationOf(row, false, authorOf(req)))
    return [
      {
        item,
        state: listedState(row),
        mayEdit: may('edit'),
        mayTrash: may('trash'),
        usedIn: usedIn(id),
      },
    ]
  })
}

/** A few are enough to choose from. */
const MAX_OFFERED = 5
/** A question that is not written to its end is less like the whole one than one that is. */
const ALIKE_WHILE_TYPING = ALIKE - 0.15
/** Questions that are nearly the words, and those that hold each of the words; the likest first. */
export async function findQuestions(
  words: string,
  except: readonly Id[],
  own: Id | null,
  req: PayloadRequest,
): Promise<ShownFaqItem[]> {
  const holds = holdsWords(sql`f.question`, words)
  if (!holds) return []
  const rows = await execute<{ id: Id }>(
    req,
    sql`with found as (
          select id, question from questions_alike(${words}, 0, ${ALIKE_WHILE_TYPING})
          union
          (select f.id, f.question::text from faq_items f
            where ${holds} and f.deleted_at is null
            limit 100)
        )
        select id from found
        ${except.length > 0 ? sql`where id not in (${idList(except)})` : sql``}
        order by similarity(question, ${words}) desc, id limit ${MAX_OFFERED}`,
  )
  return showFaqItems(
    rows.map(({ id }) => id),
    own,
    req,
  )
}
