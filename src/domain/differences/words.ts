// Finds the words of a block that differ between two versions.
import { MARKS } from '../text/richText'
import type { Marks, Token } from './blocks'

export type WordChange = 'same' | 'removed' | 'added'

/** So many elements in a row that both sequences have, that only the first has, or only the second. */
export interface Run {
  change: WordChange
  count: number
}

/**
 * Finds a short way from one sequence to the other. The caller brings it, because well-maintained libraries do this and
 * the domain has none. It gives up, with undefined, where the way would be long: then all was rewritten.
 */
export type Compare = (before: readonly string[], after: readonly string[]) => Run[] | undefined

/** A stretch of text with one look and one fate. */
export interface Piece extends Marks {
  change: WordChange
  text: string
}

interface Step {
  change: WordChange
  token: Token
}

function* stepsOf(
  before: readonly Token[],
  after: readonly Token[],
  runs: readonly Run[],
): Generator<Step> {
  let [from, to] = [0, 0]
  for (const { change, count } of runs) {
    const tokens =
      change === 'removed' ? before.slice(from, from + count) : after.slice(to, to + count)
    if (change !== 'added') from += count
    if (change !== 'removed') to += count
    for (const token of tokens) yield { change, token }
  }
}

const isSpace = ({ token }: Step): boolean => token.text.trim() === '' && !token.reference

/** What was taken out before what was put in; words that only spaces part are one change. */
function* gathered(steps: Iterable<Step>): Generator<Step> {
  let [removed, added, spaces]: [Token[], Token[], Token[]] = [[], [], []]
  function* settled(): Generator<Step> {
    // A space that both end with is no change.
    while (removed.length > 0 && removed.at(-1)?.key === added.at(-1)?.key) {
      spaces.unshift(...removed.splice(-1))
      added.pop()
    }
    for (const token of removed) yield { change: 'removed', token }
    for (const token of added) yield { change: 'added', token }
    for (const token of spaces) yield { change: 'same', token }
    ;[removed, added, spaces] = [[], [], []]
  }
  for (const step of steps) {
    if (step.change !== 'same') {
      for (const space of spaces) {
        removed.push(space)
        added.push(space)
      }
      spaces = []
      ;(step.change === 'removed' ? removed : added).push(step.token)
    } else if (isSpace(step) && removed.length + added.length > 0) spaces.push(step.token)
    else {
      yield* settled()
      yield step
    }
  }
  yield* settled()
}

const looks = ({ key: _, text: __, ...marks }: Token): Marks => marks

const sameLook = (one: Marks, other: Marks): boolean =>
  MARKS.every((mark) => one[mark] === other[mark]) &&
  one.link === other.link &&
  one.date === other.date &&
  !one.reference &&
  !other.reference

/** Neighbours of one look and one fate as one. */
function pieced(steps: Iterable<Step>): Piece[] {
  const pieces: Piece[] = []
  for (const { change, token } of steps) {
    const last = pieces.at(-1)
    if (last && last.change === change && sameLook(last, token)) last.text += token.text
    else pieces.push({ change, text: token.text, ...looks(token) })
  }
  return pieces
}

/** All of it with one fate. */
export const wholePieces = (tokens: readonly Token[], change: WordChange): Piece[] =>
  pieced(tokens.map((token) => ({ change, token })))

export function wordDifferences(
  before: readonly Token[],
  after: readonly Token[],
  compare: Compare,
): Piece[] {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key)
  const rewritten: Run[] = [
    { change: 'removed', count: before.length },
    { change: 'added', count: after.length },
  ]
  const runs = compare(keys(before), keys(after)) ?? rewritten
  return pieced(gathered(stepsOf(before, after, runs)))
}
