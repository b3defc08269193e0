// Finds the elements that are headings, and the one of them that is the title.
import { titleKey } from '../../addresses/titleKey'
import { isQuestion } from '../lines/classify'
import type { Element, Heading } from '../elements/elements'

/** Elements with the answers to "is this a heading here?". */
export interface Outline {
  elements: Element[]
  /**
   * No section heading is marked with `#`, so short lines and questions are headings. Where Markdown marks them,
   * only the marked lines and those with a meaning of their own ("Conclusion") are.
   */
  plain: boolean
}

export const outline = (elements: Element[]): Outline => ({
  elements,
  plain: !elements.some(({ heading }) => heading !== null && heading.level !== null),
})

/** The element as a heading of the body, if it can be one. */
export function headingAt({ elements, plain }: Outline, at: number): Heading | null {
  const heading = elements[at]?.heading
  return heading && (plain || heading.level !== null || heading.name !== null) ? heading : null
}

/** A short line or question as a heading: neither marked nor with a meaning of its own. */
export function plainHeadingAt(outline: Outline, at: number): Heading | null {
  const heading = headingAt(outline, at)
  return heading && heading.level === null && heading.name === null ? heading : null
}

/** The index of the first element from `at` on that is text: Read Also lines and separators do not come between. */
export function nextText(elements: Element[], at: number): number {
  const isText = ({ body }: Element): boolean =>
    body.type !== 'separator' && body.type !== 'readAlso'
  let next = at
  for (let element = elements[next]; element && !isText(element); element = elements[next]) next++
  return next
}

/**
 * "1. Warm Up" above a paragraph is a heading in an article that has two or more of them; alone, or below a line that
 * ends in a colon, it is a list of one item.
 */
export function withoutLoneNumbers(elements: Element[]): Element[] {
  const isHeading = (element: Element, at: number): boolean => {
    const above = elements[at - 1]?.body
    const below = elements[at + 1]
    const announced = above?.type === 'paragraph' && above.text.text.endsWith(':')
    return element.heading?.numbered === true && below?.body.type === 'paragraph' && !announced
  }
  const several = elements.filter(isHeading).length > 1
  return elements.map((element, at) =>
    element.heading?.numbered && !(several && isHeading(element, at))
      ? { ...element, heading: null }
      : element,
  )
}

/**
 * The index of the title line, or -1. `stated` is the title when it is known from elsewhere: a plain first line is
 * then the title line only if it repeats it.
 */
export function findTitle(elements: Element[], stated: string | null): number {
  const marked = elements.findIndex(({ heading }) => heading !== null && heading.level !== null)
  const first = nextText(elements, 0)
  if (elements[marked]?.heading?.level === 1) {
    const others = elements.filter(({ heading }) => heading?.level === 1).length - 1
    if (marked === first || others === 0) return marked
  }
  const heading = plainHeadingAt({ elements, plain: true }, first)
  if (!heading || heading.numbered) return -1
  if (stated !== null) return titleKey(heading.text.text) === titleKey(stated) ? first : -1
  return isTitle(outline(elements), first) ? first : -1
}

/**
 * A first short line above text is the title. Above another heading it could also be a section with its first
 * sub-section: it is one when a later heading stands above a heading in the same way, and that heading has text.
 */
function isTitle(outline: Outline, first: number): boolean {
  const { elements } = outline
  const second = nextText(elements, first + 1)
  if (second >= elements.length) return false
  if (!plainHeadingAt(outline, second)) return true
  const third = nextText(elements, second + 1)
  return plainHeadingAt(outline, third) !== null || !hasSectionAbove(outline, third)
}

/** True when a heading from `from` on, before any FAQ section, stands directly above another. */
function hasSectionAbove(outline: Outline, from: number): boolean {
  const { elements } = outline
  for (let at = from; at < elements.length; at++) {
    if (headingAt(outline, at)?.name === 'faq') return false
    if (plainHeadingAt(outline, at) && plainHeadingAt(outline, nextText(elements, at + 1)))
      return true
  }
  return false
}

/**
 * For each element: does text that is neither heading nor question follow before any question, marked or named
 * heading? A short line among answers is a heading when it does.
 */
export function leadsToText({ elements }: Outline): boolean[] {
  const leads: boolean[] = []
  let below = false
  for (let at = elements.length - 1; at >= 0; at--) {
    const element = elements[at]
    leads[at] = below
    if (!element || element.body.type === 'separator' || element.body.type === 'readAlso') continue
    if (!element.heading) below = element.question === null
    else if (element.question || element.heading.name !== null) below = false
  }
  return leads
}

export const isQuestionHeading = ({ text }: Heading): boolean => isQuestion(text.text)
