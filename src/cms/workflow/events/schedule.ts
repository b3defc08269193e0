// Publishes what is due: each document once, whichever instance comes first, and tells why where it cannot.
import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import { readClock } from '@/cms/database/clock'
import { messageOf } from '@/cms/wording/issues'
import { execute } from '@/cms/database/sql'
import { inTransaction } from '@/cms/database/transaction'
import { showsSame } from '@/domain/addresses/canonical'
import type { Instant } from '@/domain/time/instant'
import { SCHEDULER, type Id, type Kind } from '@/domain/workflow/subject'
import { passing } from '../../records/pass'
import { listenersOf } from './listeners'
import { perform } from './perform'
import { Refused } from '../../records/refusal'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import { lockRow, writeRow, type ScheduleFailure } from '../../records/rows'

interface Due {
  id: number
  kind: Kind
  document: Id
  version: number
}

export interface ScheduleRun {
  published: { kind: Kind; id: Id }[]
  failed: { kind: Kind; id: Id; issues: readonly RefusalIssue[] }[]
}

/** Takes one due document that no other instance is at; it stays taken until the transaction ends. */
async function takeDue(req: PayloadRequest, now: Instant, tried: Due[]) {
  const list = sql.join(
    [0, ...tried.map(({ id }) => id)].map((id) => sql`${id}`),
    sql`, `,
  )
  const [due] = await execute<Due>(
    req,
    sql`select id, kind, document::int, version::int from workflows
        where state = 'scheduled' and scheduled_at <= ${now} and id not in (${list})
        order by scheduled_at, id limit 1 for update skip locked`,
  )
  return due
}

/** @param tried gets what is tried now, before anything can go wrong with it; nothing when nothing else is due */
async function publishNext(payload: Payload, now: Instant, tried: Due[]): Promise<void> {
  const req = passing({ payload } as PayloadRequest)
  await inTransaction(req, async () => {
    const due = await takeDue(req, now, tried)
    if (!due) return
    tried.push(due)
    const { kind, document: id, version } = due
    await perform(req, { kind, id, event: 'publish', actor: SCHEDULER, version }, now)
  })
}

/** One that cannot be published stays scheduled, says why, and is tried again in the next run. */
export async function publishDue(payload: Payload, at?: Instant): Promise<ScheduleRun> {
  const now = at ?? (await readClock({ payload } as PayloadRequest))
  const run: ScheduleRun = { published: [], failed: [] }
  const tried: Due[] = []
  for (;;) {
    const before = tried.length
    try {
      await publishNext(payload, now, tried)
      const due = tried[before]
      if (!due) return run
      run.published.push({ kind: due.kind, id: due.document })
    } catch (error) {
      const due = tried[before]
      if (!due) throw error
      const failure = failureOf(error, now)
      const { kind, document: id } = due
      run.failed.push({ kind, id, issues: failure.issues })
      if (await noteFailure(payload, due, failure)) sayFailure(payload, due, failure, error)
    }
  }
}

type Failure = ScheduleFailure & { issues: readonly RefusalIssue[] }

const failureOf = (error: unknown, at: Instant): Failure =>
  error instanceof Refused
    ? { at, issues: error.issues }
    : {
        at,
        issues: [{ code: 'scheduleFailed' }],
        cause: error instanceof Error ? error.message : String(error),
      }

const listMessages = ({ issues }: Failure): string[] => issues.map(messageOf)

const isSame = (before: ScheduleFailure | null, { cause, issues }: Failure): boolean =>
  before !== null && before.cause === cause && showsSame(before.issues, issues)

/** A refusal was expected, and is one line; of what broke the stack is wanted. */
function sayFailure(
  { logger }: Payload,
  { document, kind }: Due,
  failure: Failure,
  error: unknown,
): void {
  const msg = `The schedule cannot publish ${kind} ${document}, and goes on trying: ${listMessages(failure).join(' ')}`
  if (failure.cause === undefined) logger.warn(msg)
  else logger.error({ msg, err: error })
}

/**
 * The listeners are told of the first failure; it lasts until an event clears it.
 * @returns whether this failure is another one than that of the last run
 */
async function noteFailure(
  payload: Payload,
  { kind, document }: Due,
  scheduleFailure: Failure,
): Promise<boolean> {
  const req = passing({ payload } as PayloadRequest)
  return inTransaction(req, async () => {
    const row = await lockRow(kind, document, req)
    // It may have been taken off the schedule meanwhile.
    if (row?.state !== 'scheduled' || isSame(row.scheduleFailure, scheduleFailure)) return false
    await writeRow(row, { scheduleFailure }, req)
    if (row.scheduleFailure) return true
    const { at } = scheduleFailure
    const note = listMessages(scheduleFailure).join('\n')
    for (const { afterScheduleFailure } of listenersOf(payload))
      await afterScheduleFailure?.({ row, at, note }, req)
    return true
  })
}
