// Decides whether an FAQ item or Read Also link goes live with the article that shows it.
import type { State } from './table'

/** Those that readers never got: what was withdrawn stays so, and what has a date of its own waits for it. */
export const goesLiveWithArticle = ({
  live,
  withdrawal,
  state,
}: {
  live: boolean
  /** Null or missing: it was never withdrawn. */
  withdrawal?: unknown
  state: State
}): boolean => !live && (withdrawal ?? null) === null && state !== 'scheduled'
