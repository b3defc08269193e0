// What changed between two texts, in words that need no colours.
import { diffArrays } from 'diff'

/** Characters that stay around what changed within a line. */
const AROUND = 60
const LONGEST_LINE = 600
const LONGEST = 6000
/** More changed lines than this are a new text. */
const MOST_EDITS = 500

const shorten = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).toWellFormed()}…` : line

/** How many characters two lines have in common at their beginning. */
function commonLength(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}

const reversed = (text: string): string => [...text].reverse().join('')

/** The part of a line from `from` to `to`, with whole words around it. */
function part(line: string, from: number, to: number): string {
  const start = from > AROUND ? line.lastIndexOf(' ', from - AROUND) + 1 : 0
  const space = line.indexOf(' ', to + AROUND)
  const end = space === -1 ? line.length : space
  const text = shorten(line.slice(start, end))
  return `${start > 0 ? '…' : ''}${text}${end < line.length ? '…' : ''}`
}

function changedLine(before: string, after: string): string {
  const start = commonLength(before, after)
  const end = commonLength(reversed(before.slice(start)), reversed(after.slice(start)))
  const was = part(before, start, before.length - end)
  return `Was: ${was}\nNow: ${part(after, start, after.length - end)}`
}

const pairs = (gone: readonly string[], added: readonly string[]): string[] =>
  Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => {
    const [before, after] = [gone[index], added[index]]
    if (before === undefined) return `New: ${shorten(after ?? '')}`
    return after === undefined ? `Gone: ${shorten(before)}` : changedLine(before, after)
  })

function changes(before: string, after: string): string[] {
  const parts = diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: MOST_EDITS })
  if (!parts) return ['Nearly everything changed.']
  return parts.flatMap(({ removed, value }, index) => {
    if (removed) return pairs(value, parts[index + 1]?.added ? (parts[index + 1]?.value ?? []) : [])
    return parts[index]?.added && !parts[index - 1]?.removed ? pairs([], value) : []
  })
}

/**
 * The lines that are new, gone or changed, each said in words; empty when nothing changed. What is very long is cut, and
 * says so.
 */
export function changesText(before: string, after: string): string {
  const all = changes(before, after)
  const shown: string[] = []
  let length = 0
  for (const change of all) {
    length += change.length
    if (length > LONGEST) break
    shown.push(change)
  }
  const left = all.length - shown.length
  return [...shown, ...(left > 0 ? [`… and ${left} more.`] : [])].join('\n\n')
}
