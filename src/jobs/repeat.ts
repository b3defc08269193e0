// Repeats work again and again while the site is served.
import { setTimeout as sleep } from 'node:timers/promises'
import { createFailureLog } from './failureLog'

/** Ends when `stop` says so, after what it is at. A failure is said once, and the next turn tries again. */
export async function repeatJob(
  stop: AbortSignal,
  everyMs: number,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  const complaint = createFailureLog(what)
  while (!stop.aborted) {
    try {
      await work()
      complaint.succeeded()
    } catch (error) {
      complaint.failed(error)
    }
    await sleep(everyMs, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
