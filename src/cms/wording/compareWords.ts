// Finds the shortest way from one sequence of words to another, by the diff package (Myers 1986).
import { diffArrays } from 'diff'
import type { Compare } from '@/domain/differences/words'

/**
 * The work grows with the square of the number of edits: this many take less than a tenth of a second. A paragraph with
 * more was rewritten, and is shown so.
 */
export const MAX_EDITS = 1000

export const compareWords: Compare = (before, after) =>
  diffArrays([...before], [...after], { maxEditLength: MAX_EDITS })?.map(
    ({ added, count, removed }) => ({
      change: added ? 'added' : removed ? 'removed' : 'same',
      count,
    }),
  )
