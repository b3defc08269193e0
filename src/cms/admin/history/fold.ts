// Folds blocks that did not change, except next to those that did.
import type { BlockDifference } from '@/domain/differences/blockDifferences'

export interface Stretch {
  folded: boolean
  blocks: BlockDifference[]
}

/** So many unchanged blocks beside a change stay, to say where it is. */
const BESIDE = 1

export function fold(blocks: readonly BlockDifference[]): Stretch[] {
  const isChanged = blocks.map(({ change }) => change !== 'same')
  const stretches: Stretch[] = []
  blocks.forEach((block, index) => {
    const near = isChanged.slice(Math.max(0, index - BESIDE), index + BESIDE + 1)
    const folded = !near.includes(true)
    const last = stretches.at(-1)
    if (last?.folded === folded) last.blocks.push(block)
    else stretches.push({ folded, blocks: [block] })
  })
  return stretches
}
