// Decides whether an FAQ item or Read Also link goes live with the article that shows it.
import type { State } from './table'

/**
 * Those that are new, and the next version of those that readers have: what was withdrawn stays so, and what has a date of
 * its own waits for it.
 */
export const goesLiveWithArticle = ({
  withdrawal,
  state,
}: {
  /** Null or missing: it was never withdrawn. */
  withdrawal?: unknown
  state: State
}): boolean => (withdrawal ?? null) === null && state !== 'scheduled' && state !== 'published'
