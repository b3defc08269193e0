// Reports whether this process is alive, and whether it is ready: for reading, for writing, and for jobs.
import { setTimeout as sleep } from 'node:timers/promises'
import type { DedicatedConnection } from './pages/dedicatedConnection'
import type { PlainAnswer } from './http/plainAnswers'

/** The jobs that run beside the requests note here when they last ran through. */
export interface Clock {
  /** `performance.now()`; undefined before the first time. */
  ranAt?: number
  /** How far the database's clock, which publications and schedules go by, is before this machine's; milliseconds. */
  aheadMs?: number
}

export interface Check {
  ok: boolean
  /** Why not, or in which restricted way. */
  note?: string
}

export interface Readiness {
  reading: Check
  writing: Check
  jobs: Check
}

/** The clock strikes every 15 s, and a strike that has work may take a while. */
const JOBS_MS = 90_000

export const ALIVE: PlainAnswer = { status: 200, body: 'ok\n' }

export const AWAY: Check = { ok: false, note: 'the database is away' }

/** What a clock may be off before somebody should know: answers to signed links and sessions go by this machine's. */
const MAX_SKEW_MS = 2_000

/**
 * How far another clock is ahead of this one, as far as the time between asking and hearing does not explain it.
 * @param between when it was asked and when it had answered, by this clock; all in milliseconds
 */
export const aheadOf = (there: number, [asked, heard]: readonly [number, number]): number =>
  there > heard ? there - heard : Math.min(0, there - asked)

/** Undefined while the two clocks agree. */
export function skewNote(aheadMs = 0): string | undefined {
  if (Math.abs(aheadMs) <= MAX_SKEW_MS) return undefined
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  return `the clock of this machine is ${seconds} s ${aheadMs > 0 ? 'behind' : 'ahead of'} the database's, which publications and schedules go by`
}

export function checkJobs({ ranAt, aheadMs }: Clock): Check {
  if (ranAt === undefined) return { ok: false, note: 'they have not run yet' }
  const seconds = Math.round((performance.now() - ranAt) / 1000)
  if (seconds * 1000 > JOBS_MS) return { ok: false, note: `they last ran ${seconds} s ago` }
  const note = skewNote(aheadMs)
  return note ? { ok: true, note } : { ok: true }
}

/** A standby takes no writes, nor does a server that was told not to. */
export async function checkWriting(
  line: DedicatedConnection,
  space?: () => Promise<Check>,
): Promise<Check> {
  try {
    const [row] = await line.query<{ closed: boolean }>(
      `select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as closed`,
      [],
    )
    if (row?.closed) return { ok: false, note: 'the database takes no writes' }
    return (await space?.()) ?? { ok: true }
  } catch {
    return AWAY
  }
}

/** A request for readiness waits no longer than this for a page, in milliseconds. */
const PAGE_MS = 1500

/** No page is there, and to find that out takes all that a page takes. */
export const NO_PAGE = '/readyz'

/** @param makePage makes one as readers get it, over the same connections, and gives its status */
export async function checkMaking(makePage: () => Promise<number>): Promise<Check> {
  const late = sleep(PAGE_MS, undefined, { ref: false }).then(() => 'take too long' as const)
  const made = await Promise.race([makePage(), late]).catch(() => 'cannot be made' as const)
  if (typeof made === 'number' && made < 500) return { ok: true }
  return { ok: false, note: `new pages ${typeof made === 'number' ? `answer ${made}` : made}` }
}

/** Stored pages can be read while no new ones can be made, so that no instance is taken out for it. */
export function checkReading(making: Check, pagesInMemory: boolean): Check {
  if (making.ok || !pagesInMemory) return making
  return { ok: true, note: `from memory alone: ${making.note}` }
}

/**
 * All three; the status is that of the one that was asked for.
 * @param path `/readyz` for reading, which is what a load balancer must know; `/readyz/writing` or `/readyz/jobs`
 */
export function readinessAnswer(path: string, readiness: Readiness): PlainAnswer | undefined {
  const name = path.split('/')[2] ?? 'reading'
  if (!isCheck(name, readiness)) return undefined
  return {
    status: readiness[name].ok ? 200 : 503,
    body: `${JSON.stringify(readiness)}\n`,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  }
}

const isCheck = (name: string, readiness: Readiness): name is keyof Readiness =>
  Object.hasOwn(readiness, name)
