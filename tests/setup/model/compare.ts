// Whether the database is what the model says: states, texts, the record, and what readers get.
import type { Payload } from 'payload'
import { expect } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import { overviewOf } from '@/cms/workflow/overview/overview'
import { brokenParts } from '@/domain/workflow/seal'
import { OPERATOR, type Id, type Kind } from '@/domain/workflow/subject'
import { TEXT_OF } from './texts'
import type { Recorded, World } from './world'
import type { Doc } from './doc'

const TABLES: Record<Kind, string> = {
  articles: 'articles',
  'faq-items': 'faq_items',
  'read-also-links': 'read_also_links',
}
const KINDS = Object.keys(TABLES) as Kind[]

type Row = Record<string, unknown>

const camel = (name: string): string =>
  name.replace(/^version_/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Columns under the names that Payload gives them. */
const named = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.endsWith('__status')
        ? '_status'
        : camel(column).replace(/^(article|category)Id$/, '$1'),
      value,
    ]),
  )

/** Everything before this is another run's. */
export interface Start {
  workflows: number
  events: number
}

export async function startOf(payload: Payload): Promise<Start> {
  const max = async (table: string) => {
    const { rows } = await poolOf(payload.db).query(
      `select coalesce(max(id), 0) as id from ${table}`,
    )
    return Number(rows[0].id)
  }
  return { workflows: await max('workflows'), events: await max('workflow_events') }
}

/** Changes with every row that is written, and with nothing else: where each stands, and by whom it was written. */
export async function fingerprint(payload: Payload): Promise<string> {
  const { rows } = await poolOf(payload.db).query<{ print: string }>(PRINT)
  return rows[0]?.print ?? ''
}

const PRINTED = [
  ...KINDS.flatMap((kind) => [TABLES[kind], `_${TABLES[kind]}_v`]),
  'workflows',
  'workflow_events',
  'faq_homes',
  'articles_rels',
  '_articles_v_rels',
  'media',
  'live_addresses',
  'site_settings',
  'users',
  'redirects',
  'changed_facts',
]

const PRINT = `select concat_ws(' ', ${PRINTED.map(
  (table) =>
    `(select count(*) || ':' || coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0) from ${table})`,
).join(', ')}) as print`

const sorted = (ids: readonly Id[] | null | undefined): Id[] =>
  [...(ids ?? [])].sort((a, b) => a - b)

const workflowOf = ({ kind, id, fields, version, createdBy, failure, withdrawnPath }: Doc) => ({
  kind,
  document: id,
  version,
  createdBy,
  state: fields.state,
  live: fields.live,
  withdrawal: fields.withdrawal,
  withdrawnPath: withdrawnPath,
  scheduledAt: fields.scheduledAt,
  assignee: fields.assignee,
  forced: fields.forced,
  approval: fields.approval && {
    by: fields.approval.by,
    at: fields.approval.at,
    version: fields.approval.version,
    authors: sorted(fields.approval.authors),
  },
  expertApproval: fields.expertApproval?.by ?? null,
  authorsSinceApproval: sorted(fields.authorsSinceApproval),
  authorsOfLive: sorted(fields.authorsOfLive),
  failure,
})

const storedWorkflow = (row: Row) => {
  const stored = named(row) as Row & {
    approval: { by: Id; at: string; version: number; authors: Id[] } | null
    expertApproval: { by: Id } | null
    scheduleFailure: { issues: { code: string }[] } | null
    scheduledAt: Date | null
  }
  return {
    kind: stored.kind,
    document: Number(stored.document),
    version: Number(stored.version),
    createdBy: stored.createdBy === null ? null : Number(stored.createdBy),
    state: stored.state,
    live: stored.live,
    withdrawal: stored.withdrawal,
    withdrawnPath: stored.withdrawnPath,
    scheduledAt: stored.scheduledAt?.toISOString() ?? null,
    assignee: stored.assignee === null ? null : Number(stored.assignee),
    forced: stored.forced,
    approval: stored.approval && {
      by: stored.approval.by,
      at: stored.approval.at,
      version: stored.approval.version,
      authors: sorted(stored.approval.authors),
    },
    expertApproval: stored.expertApproval?.by ?? null,
    authorsSinceApproval: sorted(stored.authorsSinceApproval as Id[]),
    authorsOfLive: sorted(stored.authorsOfLive as Id[]),
    failure: stored.scheduleFailure?.issues.map(({ code }) => code) ?? null,
  }
}

async function query(payload: Payload, statement: string, values: unknown[]): Promise<Row[]> {
  return (await poolOf(payload.db).query(statement, values)).rows
}

export async function compareWorkflows(payload: Payload, world: World, start: Start) {
  const rows = await query(payload, 'select * from workflows where id > $1 order by id', [
    start.workflows,
  ])
  expect(rows.map(storedWorkflow)).toEqual(world.docs.map(workflowOf))
}

/** The record has these rows more than before, and no other. */
export async function compareRecord(payload: Payload, start: Start, recorded: Recorded[]) {
  const rows = await query(payload, 'select * from workflow_events where id > $1 order by id', [
    start.events,
  ])
  const stored = rows.map((row) => {
    const { id: _, when, at, ...event } = named(row) as Row & { when: Date; at: Date | null }
    const numbers = ['document', 'who', 'version', 'target'].map((name) => [
      name,
      event[name] === null ? null : Number(event[name]),
    ])
    return {
      ...event,
      ...Object.fromEntries(numbers),
      when: when.toISOString(),
      at: at?.toISOString() ?? null,
    }
  })
  expect(stored).toEqual(recorded)
}

export const byId = (one: { id: Id }, other: { id: Id }): number => one.id - other.id

export async function compareTexts(payload: Payload, world: World) {
  for (const kind of KINDS) {
    const docs = world.docs.filter((doc) => doc.kind === kind)
    const ids = docs.map(({ id }) => id)
    const working = await query(
      payload,
      `select v.*, d.deleted_at is not null as trashed from _${TABLES[kind]}_v v
       join ${TABLES[kind]} d on d.id = v.parent_id where v.latest and v.parent_id = any($1)`,
      [ids],
    )
    const stored = working.map((row) => ({
      id: row.parent_id as Id,
      text: TEXT_OF[kind](named(row)),
      trashed: row.trashed,
    }))
    const expected = docs.map(({ id, working: text, trashed }) => ({ id, text, trashed }))
    expect(stored.sort(byId), `working versions of ${kind}`).toEqual(expected.sort(byId))
  }
}

/** What everybody gets, through the readers' own door: all that is live, and nothing else. */
export async function compareDoor(payload: Payload, world: World) {
  for (const kind of KINDS) {
    const docs = world.docs.filter((doc) => doc.kind === kind)
    const found = await payload.find({
      collection: kind,
      where: { id: { in: docs.map(({ id }) => id) } },
      overrideAccess: false,
      trash: true,
      depth: 0,
      pagination: false,
    })
    const stored = found.docs.map((row) => ({
      id: row.id,
      text: TEXT_OF[kind](row as unknown as Row),
    }))
    const live = docs.filter(({ fields }) => fields.live)
    const expected = live.map(({ id, shown }) => ({ id, text: shown }))
    expect(stored.sort(byId), `what readers get of ${kind}`).toEqual(expected.sort(byId))
  }
}

export async function compareSeal(payload: Payload, world: World, doc: Doc) {
  if (doc.trashed) return
  const { seal } = await overviewOf(doc.kind, doc.id, OPERATOR, { payload } as never)
  const { approval } = doc.fields
  const broken = approval ? brokenParts(approval.seal, world.subject(doc).subject.page) : []
  expect(seal).toEqual(approval && { intact: broken.length === 0, broken })
}
