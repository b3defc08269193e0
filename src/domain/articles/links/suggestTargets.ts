// Suggests the articles that a reader of one article may go on with, each with the reason that an editor is told.
import { titleKey } from '../../addresses/titleKey'

export interface Candidate {
  id: number
  title: string
  /** Names of its topics, and of its category. */
  topics: readonly string[]
  category: string | null
}

export type SuggestionReason =
  | { code: 'sameTopic'; names: string[] }
  | { code: 'sharesWords'; words: string[] }
  | { code: 'sameCategory'; name: string }

export interface Suggestion {
  id: number
  reason: SuggestionReason
}

const MAX_SUGGESTED = 3

/** Shorter words, such as "how" and "the", say nothing about a subject. */
const LEAST_LETTERS = 5

/** The longer words of a title, as they compare. */
const titleWords = (title: string): string[] => [
  ...new Set(
    titleKey(title)
      .split(' ')
      .filter((word) => word.length >= LEAST_LETTERS),
  ),
]

const inBoth = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => others.includes(one))

interface Ranked extends Suggestion {
  rank: number
}

/** A topic says more than words, and words more than a category, which may hold everything. */
function rank(own: Omit<Candidate, 'id'>, candidate: Candidate): Ranked | null {
  const { id } = candidate
  const names = inBoth(own.topics, candidate.topics)
  if (names.length > 0)
    return { id, rank: 200 + names.length, reason: { code: 'sameTopic', names } }
  const words = inBoth(titleWords(own.title), titleWords(candidate.title))
  if (words.length > 0)
    return { id, rank: 100 + words.length, reason: { code: 'sharesWords', words } }
  const { category: name } = candidate
  return name !== null && name === own.category
    ? { id, rank: 0, reason: { code: 'sameCategory', name } }
    : null
}

/** Three at most, the best reason first; of equal ones in the order in which they are given. */
export const suggestTargets = (
  own: Omit<Candidate, 'id'>,
  candidates: readonly Candidate[],
): Suggestion[] =>
  candidates
    .flatMap((candidate) => rank(own, candidate) ?? [])
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MAX_SUGGESTED)
    .map(({ id, reason }) => ({ id, reason }))
