// Turns the wish to stop into an AbortSignal that long work can listen to.
import { setMaxListeners } from 'node:events'

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  // Each site that the benchmark or the faults start listens as long as they run.
  setMaxListeners(0, stopping.signal)
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(1)
      stopping.abort()
    })
  whenNpmIsGone(() => stopping.abort())
  return stopping.signal
}

const LOOK_EVERY_MS = 500

/** npm dies of a SIGTERM without passing it on: under npm, the end of the parent is the same wish. */
function whenNpmIsGone(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(looking)
    stop()
  }, LOOK_EVERY_MS)
  looking.unref()
}

/** Settles when the signal aborts. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve()),
  )
