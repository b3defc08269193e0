// Tells a line that its author ended from one that ended because there was no more room.
import type { Line } from './lines'

/** No text is wrapped more narrowly; a shorter line did not end for want of room. In characters. */
const NARROWEST_WRAP = 60
const WIDEST_WRAP = 120

/** The least width at which the lines may be wrapped; infinite when most of the text is in lines longer than any. */
export function widthOf(lines: readonly Line[]): number {
  let long = 0
  let all = 0
  for (const { text } of lines) {
    all += text.length
    if (text.length > WIDEST_WRAP) long += text.length
  }
  return long > all / 2 ? Infinity : NARROWEST_WRAP
}

export const beginsLowerCase = ({ text }: Line): boolean => /^\p{Ll}/u.test(text)

/** A source without a single blank line has one paragraph to a line, unless a line goes on in lower case. */
export const hasLinePerParagraph = (lines: readonly Line[]): boolean =>
  lines.every((line, at) => at === 0 || !(line.blankBefore || beginsLowerCase(line)))

/** True when the next line begins anew and its first word had had room on this one. */
export const brokenOnPurpose = (line: Line, next: Line, width: number): boolean =>
  !beginsLowerCase(next) && line.text.length + 1 + next.text.search(/\s|$/) <= width
