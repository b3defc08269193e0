// Whether this process is alive, and whether it is ready: for reading, for writing, and for jobs.
import type { Line } from './line'
import type { PlainAnswer } from './plainAnswers'

/** What runs beside the requests says here when it last ran through. */
export interface Clock {
  /** `performance.now()`; undefined before the first time. */
  ranAt?: number
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

export function jobsCheck({ ranAt }: Clock): Check {
  if (ranAt === undefined) return { ok: false, note: 'they have not run yet' }
  const seconds = Math.round((performance.now() - ranAt) / 1000)
  return seconds * 1000 > JOBS_MS
    ? { ok: false, note: `they last ran ${seconds} s ago` }
    : { ok: true }
}

/** A standby takes no writes, nor does a server that was told not to. */
export async function writingCheck(line: Line): Promise<Check> {
  try {
    const [row] = await line.ask<{ closed: boolean }>(
      `select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as closed`,
      [],
    )
    return row?.closed ? { ok: false, note: 'the database takes no writes' } : { ok: true }
  } catch {
    return AWAY
  }
}

/** Stored pages can be read while the database is away, so that no instance is taken out for it. */
export function readingCheck(away: boolean, pagesInMemory: boolean): Check {
  if (!away) return { ok: true }
  return pagesInMemory ? { ok: true, note: 'from memory alone: the database is away' } : AWAY
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
