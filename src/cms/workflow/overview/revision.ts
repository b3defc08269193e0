// Makes one short text of everything that is shown beside a document in the panel: it is another one as soon as any of that changes.
//
// Each row of the workflow counts the saves and dates the events of its document, so the rows of the document and of
// whatever its text shows or links to tell nearly everything; the rest is looked at by its own dates. A question that each
// open panel asks every second has to be cheap: one statement, by indexes, and no text is read but answers, for their links.
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { execute, type Statement } from '@/cms/database/sql'
import type { Id, Kind } from '@/domain/workflow/subject'

/** The rows that the working version itself names: `kind` and `id`. */
const NAMED: Record<Kind, (id: Id) => Statement> = {
  articles: (id) => sql`
    select part.kind, part.id from _articles_v v
      left join _articles_v_rels r on r.parent_id = v.id
      cross join lateral (values
        ('faq-items', r.faq_items_id), ('read-also-links', r.read_also_links_id),
        ('articles', r.articles_id), ('media', r.media_id), ('media', v.version_hero_image_id),
        ('categories', v.version_category_id)) as part (kind, id)
      where v.parent_id = ${id} and v.latest and part.id is not null`,
  'faq-items': () => sql`select null::text, null::int where false`,
  'read-also-links': () => sql`select null::text, null::int where false`,
}

/** Other rows at the address of the working version, because of which it cannot go live. */
const sameAddress = (id: Id): Statement => sql`
  select 'path', concat_ws(':', other.kind, other.id) from _articles_v v
    join (select 'articles' as kind, id, path, _status::text from articles
      union all select 'pages', id, path, _status::text from pages
      union all select 'redirects', id, "from", null from redirects) as other
      on other.path = v.version_path
    where v.parent_id = ${id} and v.latest and not (other.kind = 'articles' and other.id = ${id})`

const liveUses = (kind: Kind, id: Id): Statement => {
  const column = sql.identifier(kind === 'faq-items' ? 'faq_items_id' : 'read_also_links_id')
  return sql`
  select 'used', concat_ws(':', count(*), max(w.updated_at)) from articles_rels r
    join workflows w on w.kind = 'articles' and w.document = r.parent_id
    where r.${column} = ${id}`
}

/** Null where the document does not exist or lies in the trash. */
export async function revisionOf(kind: Kind, id: Id, req: PayloadRequest): Promise<string | null> {
  const table = kind.replaceAll('-', '_')
  const [row] = await execute<{ revision: string | null }>(
    req,
    sql`
    with named (kind, id) as (
      select ${kind}::text, ${id}::int union ${NAMED[kind](id)}
    ), answers as (
      select answer from faq_items where id in (select id from named where kind = 'faq-items')
      union all select version_answer from _faq_items_v
        where latest and parent_id in (select id from named where kind = 'faq-items')
    ), targets as (
      select article_id as id from read_also_links
        where id in (select id from named where kind = 'read-also-links')
      union select version_article_id from _read_also_links_v
        where latest and parent_id in (select id from named where kind = 'read-also-links')
      union select link::int from answers, jsonb_path_query(answer, '$.**.doc.value') as link
        where jsonb_typeof(link) = 'number'
    ), shown (kind, id) as (
      select kind, id from named union select 'articles', id from targets where id is not null
    ), facts (what, says) as (
      select w.kind::text, concat_ws(':', w.document, w.version, w.updated_at) from workflows w
        join shown on shown.id = w.document and w.kind = case
          when shown.kind in ('articles', 'faq-items', 'read-also-links')
          then shown.kind::enum_workflows_kind end
      union all select 'media', concat_ws(':', m.id, m.updated_at) from media m
        join shown on shown.kind = 'media' and shown.id = m.id
      union all select 'category', concat_ws(':', c.id, c.expert_review) from categories c
        join shown on shown.kind = 'categories' and shown.id = c.id
      union all select 'comments', concat_ws(':', count(*), max(updated_at)) from comments
        where kind = ${kind} and document = ${id}
      union all select 'review links', concat_ws(':', count(*), max(updated_at)) from review_links
        where kind = ${kind} and document = ${id}
      union all select 'settings', updated_at::text from site_settings
      union all select 'questions', max(version_updated_at)::text from _faq_items_v
        where exists (select from named where kind = 'faq-items')
      union all ${kind === 'articles' ? sameAddress(id) : liveUses(kind, id)}
    )
    select md5(string_agg(what || ' ' || coalesce(says, ''), e'\\n' order by what, says)) as revision
      from facts
      where exists (select from ${sql.identifier(table)} where id = ${id} and deleted_at is null)
        and not exists (select from ${sql.identifier(`_${table}_v`)}
          where parent_id = ${id} and latest and version_deleted_at is not null)`,
  )
  return row?.revision ?? null
}
