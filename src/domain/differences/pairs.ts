// Pairs each block of one version with the same block of the other, wherever it is now.
import type { Block } from './blocks'
import { alike } from './alike'

/** Positions: of a block before, and of the same block after. */
export type Pair = readonly [before: number, after: number]

const positionsByKey = (blocks: readonly Block[]): Map<string, number[]> => {
  const positions = new Map<string, number[]>()
  blocks.forEach(({ key }, index) => {
    const known = positions.get(key)
    if (known) known.push(index)
    else positions.set(key, [index])
  })
  return positions
}

/**
 * Pairs equal blocks first and then those that are mostly alike; each block at most once, in the order of `after`.
 * Equal blocks are found in linear time, moved ones included (Heckel 1978, "A technique for isolating differences
 * between files"): those that occur once on each side, then their equal neighbours, then what is left.
 */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): Pair[] {
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (from: number, to: number) => {
    partners.set(to, from)
    taken.add(from)
  }
  const fits = (from: number, to: number): boolean => {
    const [one, other] = [before[from], after[to]]
    return one?.key === other?.key && one !== undefined && !taken.has(from) && !partners.has(to)
  }
  const [earlier, later] = [positionsByKey(before), positionsByKey(after)]
  for (const [key, [to, ...others]] of later) {
    const [from, ...rest] = earlier.get(key) ?? []
    if (to !== undefined && from !== undefined && others.length + rest.length === 0) pair(from, to)
  }
  // The beginnings and the ends of both belong together too.
  partners.set(-1, -1).set(after.length, before.length)
  const spread = (to: number, step: 1 | -1) => {
    const from = partners.get(to)
    if (from !== undefined && fits(from + step, to + step)) pair(from + step, to + step)
  }
  for (let to = -1; to < after.length; to++) spread(to, 1)
  for (let to = after.length; to >= 0; to--) spread(to, -1)
  for (const [key, left] of later) {
    const there = (earlier.get(key) ?? []).filter((from) => !taken.has(from))
    left
      .filter((to) => !partners.has(to))
      .forEach((to, index) => there[index] !== undefined && pair(there[index], to))
  }
  const [freeBefore, freeAfter] = [
    [...before.keys()].filter((from) => !taken.has(from)),
    [...after.keys()].filter((to) => !partners.has(to)),
  ]
  const at = (blocks: readonly Block[], free: readonly number[]) =>
    free.flatMap((index) => blocks[index] ?? [])
  for (const [from, to] of alike(at(before, freeBefore), at(after, freeAfter)))
    pair(freeBefore[from] ?? -1, freeAfter[to] ?? -1)
  return after.flatMap((_, to): Pair[] => {
    const from = partners.get(to)
    return from === undefined ? [] : [[from, to]]
  })
}
