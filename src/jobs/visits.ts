// Counts visits to addresses that are not pages, and writes the counts down from time to time.
import { setTimeout as sleep } from 'node:timers/promises'
import { storeVisits } from '../cms/addresses/visits'
import { createFailureLog } from './failureLog'
import { redirectFrom } from '../domain/addresses/redirectFrom'
import { openPayload } from '../database/openPayload'

const EVERY_MS = 10_000

/** Between two writings; a flood of invented addresses is not to fill the memory. */
const MAX_ADDRESSES = 1000

const COUNTED: readonly number[] = [301, 308, 404, 410]

export interface VisitCounter {
  /** Never waits and never fails: it is on the way of every answer. */
  note(pathname: string, status: number): void
  /** Writes down until `stop` says so, and a last time then. */
  storeUntil(stop: AbortSignal): Promise<void>
}

export function createVisitCounter(): VisitCounter {
  let counts = new Map<string, { path: string; status: number; hits: number }>()
  const complaint = createFailureLog('Visits were not counted.')

  async function write(): Promise<void> {
    if (counts.size === 0) return
    const written = counts
    counts = new Map()
    try {
      await storeVisits(await openPayload(), [...written.values()])
      complaint.succeeded()
    } catch (error) {
      // Counts are worth less than the memory they would take while the database is away.
      complaint.failed(error)
    }
  }

  return {
    note(pathname, status) {
      if (!COUNTED.includes(status)) return
      const path = redirectFrom(pathname)
      const key = `${status} ${path}`
      const known = counts.get(key)
      if (known) known.hits++
      else if (counts.size < MAX_ADDRESSES) counts.set(key, { path, status, hits: 1 })
    },
    async storeUntil(stop) {
      while (!stop.aborted) {
        await sleep(EVERY_MS, undefined, { signal: stop, ref: false }).catch(() => undefined)
        await write()
      }
    },
  }
}
