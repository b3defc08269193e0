// Finds the blocks that stayed in their places, so that the others are the ones that moved.

/**
 * The positions of a longest increasing subsequence: as many elements as can be read in rising order (patience
 * sorting, n log n).
 */
export function longestRising(values: readonly number[]): Set<number> {
  /** For each length the position of the smallest value that ends a rising sequence of that length. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, position) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[position] = ends[low - 1]
    ends[low] = position
  })
  const rising = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rising.add(at)
  return rising
}
