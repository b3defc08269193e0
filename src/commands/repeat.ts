// Work that is done again and again while the site is served.
import { setTimeout as sleep } from 'node:timers/promises'

/** Ends when `stop` says so, after what it is at. A failure is said, and the next turn tries again. */
export async function repeat(
  stop: AbortSignal,
  everyMs: number,
  complaint: string,
  work: () => Promise<void>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await work()
    } catch (error) {
      console.error(complaint, error)
    }
    await sleep(everyMs, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
