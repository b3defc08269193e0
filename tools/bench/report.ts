// Reports what was measured, beside its bar: printed as a table, stored as JSON.
import { mkdirSync, writeFileSync } from 'node:fs'

/** How far a figure may go: at least, or at most. */
export type Bar = { least: number } | { most: number }

export interface Figure {
  what: string
  value: number
  /** Such as `ms`; nothing for a ratio or a count. */
  unit?: string
  /** None: it is only told. */
  bar?: Bar
}

/** The machine's load averages over 1, 5 and 15 minutes, before and after a part. */
export interface PartResult {
  part: string
  load: { before: number[]; after: number[] }
  seconds: number
  figures: Figure[]
  /** Why nothing was measured. */
  skipped?: string
}

const OUTPUT = 'tests/output'

export const ROUNDS = 3

/** @param fraction 0.5 is the median, 0.99 what 99 of 100 are at most */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Half of them, 95 and 99 of 100, and all. @param bar of the one that `judged` names */
export function spread(
  what: string,
  times: readonly number[],
  judged?: 'median' | 'p95' | 'p99',
  bar?: Bar,
): Figure[] {
  const at = { median: 0.5, p95: 0.95, p99: 0.99, longest: 1 }
  return Object.entries(at).map(([name, fraction]) => ({
    what: `${what}, ${name}`,
    value: quantile(times, fraction),
    unit: 'ms',
    ...(name === judged && { bar }),
  }))
}

export const isMet = ({ value, bar }: Figure): boolean | undefined =>
  bar && ('least' in bar ? value >= bar.least : value <= bar.most)

const DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: false })
const formatNumber = (value: number, unit = ''): string =>
  `${Math.abs(value) >= 1000 ? Math.round(value) : DIGITS.format(value)} ${unit}`.trim()

const formatBar = ({ bar, unit }: Figure): string =>
  !bar
    ? ''
    : 'least' in bar
      ? `≥ ${formatNumber(bar.least, unit)}`
      : `≤ ${formatNumber(bar.most, unit)}`

const VERDICT = new Map([
  [undefined, ''],
  [true, 'met'],
  [false, 'NOT MET'],
])

const WIDTH = 62
const formatRow = (...[what = '', ...cells]: string[]): string =>
  what.padEnd(WIDTH) + cells.map((cell) => cell.padStart(14)).join('')

const formatLoad = (averages: number[]): string => averages.map((each) => each.toFixed(2)).join(' ')

export function formatTable(results: readonly PartResult[]): string {
  return [
    formatRow('', 'measured', 'bar', ''),
    ...results.flatMap((result) => [
      `${result.part} (${Math.round(result.seconds)} s; load ${formatLoad(result.load.before)} → ${formatLoad(result.load.after)})`,
      ...(result.skipped ? [`  not measured: ${result.skipped}`] : []),
      ...result.figures.map((figure) =>
        formatRow(
          `  ${figure.what}`,
          formatNumber(figure.value, figure.unit),
          formatBar(figure),
          VERDICT.get(isMet(figure)) ?? '',
        ),
      ),
    ]),
  ].join('\n')
}

/** @returns where it is */
export function storeResults(results: readonly PartResult[], about: object): string {
  mkdirSync(OUTPUT, { recursive: true })
  const file = `${OUTPUT}/bench-${new Date().toISOString().replace(/[:.]/g, '-')}.json`
  writeFileSync(file, `${JSON.stringify({ ...about, results }, null, 2)}\n`)
  return file
}
