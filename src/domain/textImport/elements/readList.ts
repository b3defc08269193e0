// Reads lists: bullets and numbered items.
import { isQuestion, looksLikeHeading } from '../lines/classify'
import { listElement, type Element, type Item } from './elements'
import { LIST_MARK } from '../lines/grammar'
import type { KnownLines } from './kinds'
import type { Line } from '../lines/lines'
import { brokenOnPurpose } from '../lines/wrapping'

/**
 * The list that begins with the item at the index `at`, and the index of the line after it. A line of text directly
 * below an item continues it when it is indented, or when the item may have been wrapped. Items of another kind make
 * another list, deeper ones too: a list has one level, and its numbers stay what they are.
 */
export function readList(
  known: KnownLines,
  first: Line,
  at: number,
): { list: Element; next: number } {
  const items: [Item, ...Item[]] = [asItem(first)]
  let last = items[0]
  let next = at + 1
  for (let line = known.lines[next]; line; line = known.lines[++next]) {
    if (known.kinds[next] === 'item' && continuesList(last, line)) items.push((last = asItem(line)))
    else if (known.kinds[next] === 'text' && continuesItem(known, last, line)) last.lines.push(line)
    else break
  }
  const start = itemNumber(first)
  return { list: listElement(start !== null, start ?? 1, items), next }
}

/** Where the text of an item's first line begins. */
export const asItem = (line: Line): Item => ({
  lines: [line],
  textStart: LIST_MARK.exec(line.text)?.[0].length ?? 0,
})

/** The number of a numbered item, null for a bullet. */
function itemNumber({ text }: Line): number | null {
  const number = LIST_MARK.exec(text)?.[2]
  return number === undefined ? null : Number(number)
}

/** A bullet after a bullet; after a number the next one, or the same one again as Markdown allows. */
function continuesList({ lines: [above] }: Item, line: Line): boolean {
  const previous = itemNumber(above)
  const number = itemNumber(line)
  if (previous === null || number === null) return previous === number
  return number === previous + 1 || number === previous
}

function continuesItem({ linePerParagraph, width }: KnownLines, item: Item, line: Line): boolean {
  if (line.blankBefore) return false
  return line.indented || !(linePerParagraph || standsAbove(item, line, width))
}

/** True for an item that is a question or heading above its text, instead of wrapped into the next line. */
function standsAbove({ lines: [first], textStart }: Item, next: Line, width: number): boolean {
  const text = first.text.slice(textStart)
  return isQuestion(text) || (looksLikeHeading(text) && brokenOnPurpose(first, next, width))
}
