// Makes random numbers that can be repeated: the same numbers for the same seed.

/**
 * Mulberry32, a generator by Tommy Ettinger with 32 bits of state: for made-up texts and tests, never for secrets.
 * @param seed only its low 32 bits count
 * @returns a function whose every call gives the next number, 0 ≤ n < 1
 */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
