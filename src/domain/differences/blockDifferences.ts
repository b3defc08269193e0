// Compares two lists of blocks: block by block, and word by word where a block was rewritten.
import type { Block, Shape } from './blocks'
import { longestRising } from './inPlace'
import { pairBlocks } from './pairs'
import { wholePieces, wordDifferences, type Compare, type Piece } from './words'

export type BlockChange = 'same' | 'added' | 'removed' | 'changed' | 'moved' | 'movedAndChanged'

export interface BlockDifference extends Shape {
  change: BlockChange
  pieces: Piece[]
  /** Its position in each version; absent where it is not in it. */
  before?: number
  after?: number
  /** What it was, where it is something else now, such as a paragraph that became a heading. */
  was?: Shape
}

const shapeOf = ({ type, depth }: Block): Shape => ({ type, depth })

function paired(
  before: Block,
  after: Block,
  stays: boolean,
  compare: Compare,
): Pick<BlockDifference, 'change' | 'pieces' | 'was'> {
  if (before.key === after.key)
    return { change: stays ? 'same' : 'moved', pieces: wholePieces(after.tokens, 'same') }
  const isOther = before.type !== after.type || before.depth !== after.depth
  return {
    change: stays ? 'changed' : 'movedAndChanged',
    pieces: wordDifferences(before.tokens, after.tokens, compare),
    ...(isOther ? { was: shapeOf(before) } : {}),
  }
}

/**
 * In the order of `after`; a removed block comes at its old place, before the block that replaced it. A block that
 * moved comes once, at its new place.
 */
export function blockDifferences(
  before: readonly Block[],
  after: readonly Block[],
  compare: Compare,
): BlockDifference[] {
  const pairs = pairBlocks(before, after)
  const rising = longestRising(pairs.map(([from]) => from))
  const staying = new Set(pairs.filter((_, index) => rising.has(index)).map(([, to]) => to))
  const partnerOf = new Map(pairs.map(([from, to]) => [to, from]))
  const kept = new Set(pairs.map(([from]) => from))
  const result: BlockDifference[] = []
  let next = 0
  const removeUpTo = (end: number) => {
    for (; next < end; next++) {
      const gone = before[next]
      if (!gone || kept.has(next)) continue
      const pieces = wholePieces(gone.tokens, 'removed')
      result.push({ change: 'removed', ...shapeOf(gone), before: next, pieces })
    }
  }
  /** The next block that stayed bounds what was removed before it. */
  const bounds = after.map((_, to) => (staying.has(to) ? partnerOf.get(to) : undefined))
  for (let to = after.length - 1, bound = before.length; to >= 0; to--)
    bound = bounds[to] = bounds[to] ?? bound
  after.forEach((block, to) => {
    removeUpTo(bounds[to] ?? 0)
    const from = partnerOf.get(to)
    const earlier = from === undefined ? undefined : before[from]
    const found = earlier
      ? { ...paired(earlier, block, staying.has(to), compare), before: from }
      : { change: 'added' as const, pieces: wholePieces(block.tokens, 'added') }
    result.push({ ...shapeOf(block), after: to, ...found })
  })
  removeUpTo(before.length)
  return result
}
