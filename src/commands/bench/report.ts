// How the benchmarks print: medians of rounds, in columns.

export const ROUNDS = 3

/** @param values an odd number of them */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: false })

/** One line: a label and its columns, numbers with three digits. */
export const row = (label: string, ...cells: (string | number)[]): string =>
  label.padEnd(22) +
  cells.map((cell) => (typeof cell === 'number' ? DIGITS.format(cell) : cell).padStart(14)).join('')
