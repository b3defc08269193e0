// Reads a document's history and the differences between two of its versions, for an account that may read its versions.
import type { PayloadRequest } from 'payload'
import { authorOf, policyRole } from '@/cms/access/actor'
import { namesOf, type Person } from '@/cms/records/people'
import { Refused } from '@/cms/records/refusal'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import { findRows, situationOf, type WorkflowRow } from '@/cms/records/rows'
import {
  documentDifferences,
  documentReferences,
  type FieldDifference,
} from '@/domain/differences/documentDifferences'
import { historyOf, lastPublished, type HistoryEntry } from '@/domain/workflow/history'
import { allows, type Operation, type Situation } from '@/domain/workflow/policy'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { State } from '@/domain/workflow/table'
import type { WorkflowEvent as EventRow } from '@/payload-types'
import { compareWords } from '../../wording/compareWords'
import { namesOfRows } from '../../access/namesOfRows'
import { findSaves, findVersion, isShown, isTrashed, type Found, type Which } from './versions'

/** What an account may do with versions at all is asked before it learns what there is. */
const ANY: Situation = { state: null, visibility: 'never', own: false, trashed: false }

const refusals = (
  kind: Kind,
  operation: Operation,
  situation: Situation,
  req: PayloadRequest,
): RefusalIssue[] =>
  allows(kind, operation, policyRole(req), situation)
    ? []
    : [{ code: 'operationNotAllowed', operation, state: situation.state }]

/** @throws Refused when the account may not read versions, or the document never was or lies in the trash */
async function readable(kind: Kind, id: Id, req: PayloadRequest): Promise<WorkflowRow> {
  const issues = refusals(kind, 'readVersions', ANY, req)
  if (issues.length > 0) throw new Refused(403, issues)
  const [row] = await findRows(kind, [id], req)
  if (!row || (await isTrashed(row, req))) throw new Refused(404, [{ code: 'notFound' }])
  return row
}

type Event = Omit<EventRow, 'id' | 'kind' | 'document'>

/** Who did it; null for a command, the schedule or the site itself. */
type Named<Entry> = Entry extends unknown ? Omit<Entry, 'who'> & { who: Person | null } : never

export interface HistoryPage {
  /** Newest first. */
  docs: Named<HistoryEntry<Event>>[]
  totalDocs: number
  limit: number
  page: number
  totalPages: number
  /** The newest version, the one before it, and the one that readers get. */
  workingId: Id | null
  earlierId: Id | null
  liveId: Id | null
  state: State
  /** The issues that prevent this account from making an old version the working version; empty when nothing does. */
  restore: RefusalIssue[]
  /** Of the site. */
  timeZone: string
}

export async function readHistory(
  kind: Kind,
  id: Id,
  { limit, page }: { limit: number; page: number },
  req: PayloadRequest,
): Promise<HistoryPage> {
  const row = await readable(kind, id, req)
  const saves = await findSaves(kind, id, req)
  const { docs } = await req.payload.db.find<EventRow>({
    collection: 'workflow-events',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
    sort: 'id',
    pagination: false,
    limit: 0,
    req,
  })
  const events = docs.map(({ id: _, kind: __, document: ___, ...event }): Event => event)
  const entries = historyOf(saves, events, row.version)
  const newestFirst = entries.toReversed()
  const shown = newestFirst.slice((page - 1) * limit, page * limit)
  const workingId = saves.at(-1)?.id ?? null
  const earlier = newestFirst.find(({ versionId }) => versionId !== null && versionId !== workingId)
  const whoOf = (entry: HistoryEntry<Event>) =>
    (entry.entry === 'saved' ? entry.who : entry.event.who) ?? null
  const nameOf = await namesOf(
    shown.flatMap((entry) => whoOf(entry) ?? []),
    req,
  )
  const { timeZone } = await req.payload.findGlobal({ slug: 'site-settings', depth: 0, req })
  return {
    docs: shown.map((entry) => {
      const who = whoOf(entry)
      return { ...entry, who: who === null ? null : nameOf(who) }
    }),
    limit,
    page,
    totalDocs: entries.length,
    totalPages: Math.max(1, Math.ceil(entries.length / limit)),
    workingId,
    earlierId: earlier?.versionId ?? null,
    liveId: isShown(row) ? lastPublished(entries) : null,
    state: row.state,
    restore: refusals(kind, 'restoreVersion', situationOf(row, false, authorOf(req)), req),
    timeZone,
  }
}

/** A version that was asked for. */
export interface Side {
  version: Which
  who: Person | null
  when: string
}

export interface Differences {
  from: Side
  to: Side
  /** Empty when both show the same. */
  fields: FieldDifference[]
}

export async function readDifferences(
  kind: Kind,
  id: Id,
  { from, to }: { from: Which; to: Which },
  req: PayloadRequest,
): Promise<Differences> {
  const row = await readable(kind, id, req)
  const [before, after] = [await findVersion(row, from, req), await findVersion(row, to, req)]
  if (!before || !after) throw new Refused(404, [{ code: 'notFound' }])
  const references = [before, after].flatMap(({ content }) => documentReferences(kind, content))
  const nameOf = await namesOfRows(references, req)
  const means = { compare: compareWords, nameOf }
  const person = await namesOf(
    [before, after].flatMap(({ who }) => who ?? []),
    req,
  )
  const side = (version: Which, { who, when }: Found): Side => ({
    version,
    when,
    who: who === null ? null : person(who),
  })
  return {
    from: side(from, before),
    to: side(to, after),
    fields: documentDifferences(kind, before.content, after.content, means),
  }
}
