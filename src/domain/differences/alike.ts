// Pairs changed blocks that share most of their words: such a pair is one block, rewritten.
import type { Block } from './blocks'

/** At least this share of their words in common makes two blocks versions of one (Dice's coefficient). */
const ALIKE = 0.5
/** A word that is in more blocks than this tells nothing about which block it is. */
const RARE = 8
/** So many blocks are looked at closely for each one. */
const CANDIDATES = 3

/** Case and marks aside; a reference is not made of words. */
const wordSet = ({ tokens }: Block): Set<string> =>
  new Set(
    tokens
      .filter(({ text, reference }) => !reference && /[\p{L}\p{N}]/u.test(text))
      .map(({ text }) => text.toLowerCase()),
  )

/** From 0, nothing in common, to 1. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return small.size === 0 ? 0 : (2 * shared) / (small.size + large.size)
}

/** Which of the blocks hold a word, rare words alone. */
function rareWords(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  sets.forEach((words, index) => {
    for (const word of words) {
      const known = holders.get(word)
      if (known) known.push(index)
      else holders.set(word, [index])
    }
  })
  for (const [word, { length }] of holders) if (length > RARE) holders.delete(word)
  return holders
}

function candidates(
  words: ReadonlySet<string>,
  holders: ReadonlyMap<string, number[]>,
  sameRank: number,
): number[] {
  const hits = new Map<number, number>()
  for (const word of words)
    for (const index of holders.get(word) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1)
  const best = [...hits].sort(([, a], [, b]) => b - a).slice(0, CANDIDATES)
  return [...new Set([...best.map(([index]) => index), sameRank])]
}

/**
 * Positions in the two lists, each at most once, the most alike first. The cost grows with the number of words: blocks
 * are found by the rare words in them, never by comparing each with each.
 * @param likeness tests count its calls
 */
export function alike(
  before: readonly Block[],
  after: readonly Block[],
  likeness = sharedWords,
): [before: number, after: number][] {
  const [earlier, later] = [before.map(wordSet), after.map(wordSet)]
  const holders = rareWords(later)
  const found = earlier.flatMap((words, from) =>
    candidates(words, holders, from).flatMap((to) => {
      const other = later[to]
      if (!other) return []
      const sameType = before[from]?.type === after[to]?.type
      return [{ from, to, sameType, score: likeness(words, other) }]
    }),
  )
  const [left, right] = [new Set<number>(), new Set<number>()]
  return found
    .filter(({ score }) => score >= ALIKE)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.sameType) - Number(a.sameType) ||
        Math.abs(a.from - a.to) - Math.abs(b.from - b.to),
    )
    .flatMap(({ from, to }): [number, number][] => {
      if (left.has(from) || right.has(to)) return []
      left.add(from)
      right.add(to)
      return [[from, to]]
    })
}
