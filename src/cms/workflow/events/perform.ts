// Performs one event on one document, in one transaction: locked, checked, applied, recorded; or refused, and nothing was written.
import { ValidationError, type Payload, type PayloadRequest } from 'payload'
import { waitForAddresses } from '@/cms/addresses/holders'
import { readClock, setEventTime } from '@/cms/database/clock'
import type { SourceDates } from '@/cms/records/sourceDates'
import { inTransaction } from '@/cms/database/transaction'
import { bundledRecord, next, type WorkflowRecord } from '@/domain/workflow/events/apply'
import { check } from '@/domain/workflow/events/check'
import type { Instant } from '@/domain/time/instant'
import type { Actor, Id, Kind, PartVersion, Request } from '@/domain/workflow/subject'
import { ruleFor, type State, type WorkflowEvent } from '@/domain/workflow/table'
import { noteWork } from '../../records/blank'
import { passing } from '../../records/pass'
import { dropNext, goLive, leave, workingPaths } from '../live/publish'
import { listenersOf } from './listeners'
import { overtakenBy } from './overtakenBy'
import { refuseEvent, Refused } from '../../records/refusal'
import { lockRow, lockRows, writeRow, type WorkflowRow } from '../../records/rows'
import { shownAt } from '../live/shownAt'
import { loadSubject, type Part } from '../checklist/subject'
import { findTarget } from './target'

export interface EventRequest {
  kind: Kind
  id: Id
  event: WorkflowEvent
  actor: Actor
  /** The version the caller saw; `latest` for an operator of the machine, who saw none. */
  version?: number | 'latest'
  /** The state the caller saw; optional, but a caller that names it takes no step on a state that another has just changed. */
  state?: State
  note?: string
  /** ISO 8601 with a zone. */
  at?: string
  reason?: string
  /** For `moved` an article, for `assign` an account, or null for none. */
  target?: Id | null
  /** The versions of what goes live with the article that the caller saw; optional, as the state is. */
  parts?: readonly PartVersion[]
  /** When the source of an import published and changed it. */
  dates?: SourceDates
}

export interface Performed {
  state: State
  version: number
  live: boolean
}

type Transaction = Pick<PayloadRequest, 'payload'> &
  Partial<Pick<PayloadRequest, 'transactionID' | 'user'>>

/**
 * Joins the transaction that `transaction` carries, or makes one of its own.
 * @throws Refused when it may not happen
 */
export async function perform(
  transaction: Transaction,
  event: EventRequest,
  now?: Instant,
): Promise<Performed> {
  const req = passing(transaction as PayloadRequest)
  try {
    return await inTransaction(req, async () =>
      performIn(req, event, now ?? (await readClock(req))),
    )
  } catch (error) {
    throw error instanceof ValidationError ? unstorable(error) : error
  }
}

async function performIn(
  req: PayloadRequest,
  { kind, id, event, actor, ...asked }: EventRequest,
  now: Instant,
): Promise<Performed> {
  setEventTime(req, now)
  const row = await lockRow(kind, id, req)
  // Two that want one address do not both get it, or a promise of it.
  if (row && CLAIMS.includes(event)) await waitForAddresses(await workingPaths(row, req), req)
  const first = row && (await loadSubject(row, req))
  if (!row || !first) throw new Refused(404, [{ code: 'notFound' }])
  // What an article shows is locked too, and then looked at again: what is new or changed in it goes live as it was checked.
  const together = kind === 'articles' && first.parts.length > 0
  if (together) await lockParts(first.parts, req)
  const { subject, bundle } = together ? ((await loadSubject(row, req)) ?? first) : first
  const request: Request = {
    now,
    version: asked.version === 'latest' ? subject.version : asked.version,
    state: asked.state,
    note: asked.note,
    at: asked.at,
    reason: asked.reason,
    target: await findTarget(event, asked.target, req),
    parts: asked.parts,
  }
  const issues = check(event, subject, actor, request)
  if (issues.length > 0)
    throw refuseEvent(issues, await overtakenBy(row, event, request, issues, actor, req))
  const { fields, record } = next(subject, event, actor, request)
  const does = ruleFor(event, subject.state, actor.role)?.does ?? []
  const [goes, leaves] = [does.includes('goLive'), does.includes('leave')]
  const drops = does.includes('drop')
  const version = subject.version + (drops ? 1 : 0)
  await writeRow(
    row,
    {
      ...fields,
      version,
      scheduleFailure: null,
      ...(goes ? { withdrawnPath: null } : {}),
      ...(leaves && row.live ? { withdrawnPath: await pathOf(row, req) } : {}),
    },
    req,
  )
  if (goes) await goLive(row, bundle, req, asked.dates)
  if (leaves) await leave(row, req)
  if (drops) await dropNext(row, actor.id, req)
  const applied = { event, does, actor, row, subject, record }
  const listeners = listenersOf(req.payload)
  for (const { beforeRecord } of listeners) await beforeRecord?.(applied, req)
  await noteWork(kind, id, req)
  if (goes) for (const part of bundle) await appendRecord(part, bundledRecord(part, record), req)
  await appendRecord(row, record, req)
  for (const { afterRecord } of listeners) await afterRecord?.(applied, req)
  return { state: fields.state, version, live: fields.live }
}

/** Only an article can be looked for where it was. */
const pathOf = async ({ id, kind }: WorkflowRow, req: PayloadRequest): Promise<string | null> =>
  kind === 'articles' ? ((await shownAt(req.payload, kind, [id], req)).get(id) ?? null) : null

/** The events after which a document has its address, now or at its hour. */
const CLAIMS: readonly WorkflowEvent[] = ['schedule', 'publish', 'forcePublish']

async function lockParts(parts: readonly Part[], req: PayloadRequest): Promise<void> {
  for (const kind of ['faq-items', 'read-also-links'] as const) {
    const ids = parts.filter((part) => part.kind === kind).map(({ id }) => id)
    await lockRows(kind, ids, req)
  }
}

async function appendRecord(
  { kind, id }: WorkflowRow,
  record: WorkflowRecord,
  req: PayloadRequest,
): Promise<void> {
  const data = { kind, document: id, ...record }
  await req.payload.db.create({ collection: 'workflow-events', data, req })
}

/** Payload's own validation refuses it, or another page has the address. */
const unstorable = ({ data }: ValidationError): Refused =>
  new Refused(
    422,
    data.errors.map(({ path, message }) => ({ code: 'fieldInvalid', field: path, message })),
  )

/** For commands, which have a Payload and no request. */
export const performAs = (payload: Payload, event: EventRequest): Promise<Performed> =>
  perform({ payload }, event)
