// Chance that is the same each time: choices out of one number.
/** Small numbers, one after the other, out of a large one. */
export function dice(seed: number): (sides: number) => number {
  let state = seed + 0x9e3779b9
  return (sides) => {
    state = Math.imul(state ^ (state >>> 15), state | 1)
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
    return ((state ^ (state >>> 14)) >>> 0) % sides
  }
}

export type Throw = (sides: number) => number

export const one = <Value>(throw_: Throw, values: readonly Value[]): Value | undefined =>
  values[throw_(values.length || 1)]

export const some = <Value>(throw_: Throw, values: readonly Value[], max: number): Value[] =>
  [...new Set(Array.from({ length: throw_(max + 1) }, () => one(throw_, values)))].flatMap(
    (value) => (value === undefined ? [] : [value]),
  )
