// Turns a source's lines into the elements an article is made of, before their part in the whole is known.
import { headingName, headingText, questionText, withoutQuestionMark } from '../lines/classify'
import type { HeadingName } from '../lines/grammar'
import type { AnswerBlockOf, ReadAlsoOf } from '../importedArticle'
import type { Line, Lines } from '../lines/lines'
import { part, Phrase, running, wholeLine } from '../lines/phrase'
import type { TitleAndUrl } from '../lines/titleAndUrl'

/** `body` is what it is as ordinary text; its place decides whether it becomes its heading or question. */
export interface Element {
  /** 1-based. */
  line: number
  body: Body
  heading: Heading | null
  question: Question | null
}

export type Body = AnswerBlockOf<Phrase> | ReadAlsoOf<Phrase> | { type: 'separator' }

export interface Heading {
  text: Phrase
  /** Markdown's level; null for a short line. */
  level: number | null
  name: HeadingName | null
  /** "3. Stretch": an item of a list unless there are more of them, each with text below it. */
  numbered: boolean
}

interface Question {
  text: Phrase
  /** The lines directly below it. */
  answer: Phrase | null
}

/** Lines of running text; the first may be a question and the others its answer. */
export function textElement(lines: Lines): Element {
  const heading = lines.length === 1 ? headingText(lines[0]) : null
  return {
    line: lines[0].number,
    body: { type: 'paragraph', text: running(lines) },
    heading: heading && {
      text: heading,
      level: null,
      name: headingName(heading.text),
      numbered: false,
    },
    question: questionOf(lines),
  }
}

/** Lines that are text and nothing else, whatever they look like. */
export const codeElement = (lines: Lines): Element => ({
  line: lines[0].number,
  body: { type: 'paragraph', text: running(lines) },
  heading: null,
  question: null,
})

/** A heading that Markdown marks as one. Below a FAQ heading it may be a question in any form. */
export function markedElement(level: number, text: Phrase): Element {
  return {
    line: text.line,
    body: { type: 'paragraph', text },
    heading: { text, level, name: headingName(text.text), numbered: false },
    question: {
      text: new Phrase([withoutQuestionMark(text.spans[0])], 'questionMark'),
      answer: null,
    },
  }
}

/** One item of a list: its lines, and where the text of the first begins. */
export interface Item {
  lines: [Line, ...Line[]]
  textStart: number
}

export function listElement(ordered: boolean, start: number, items: [Item, ...Item[]]): Element {
  const [{ lines }] = items
  const alone = items.length === 1
  const heading = alone && ordered && lines.length === 1 ? headingText(lines[0]) : null
  return {
    line: lines[0].number,
    body: { type: 'list', ordered, start, items: items.map(itemPhrase) },
    heading: heading && { text: heading, level: null, name: null, numbered: true },
    question: alone ? questionOf(lines) : null,
  }
}

function itemPhrase({ lines: [first, ...more], textStart }: Item): Phrase {
  const text = part(wholeLine(first), textStart)
  return new Phrase([text, ...more.map(wholeLine)], 'listMark')
}

/** Null without a title. */
export function readAlsoElement(line: Line, { title, url }: TitleAndUrl): Element | null {
  const [first, ...more] = title
  if (!first) return null
  const body: Body = { type: 'readAlso', title: new Phrase([first, ...more], 'readAlsoMark') }
  if (url) body.url = new Phrase([url], 'readAlsoMark')
  return { line: line.number, body, heading: null, question: null }
}

export const separatorElement = (line: Line): Element => ({
  line: line.number,
  body: { type: 'separator' },
  heading: null,
  question: null,
})

/** The first line as a question with the others as its answer, or all lines as one long question. */
function questionOf(lines: Lines): Question | null {
  const [first, ...below] = lines
  const onFirstLine = questionText([first])
  if (onFirstLine) {
    const [next, ...more] = below
    return { text: onFirstLine.text, answer: next ? running([next, ...more]) : null }
  }
  const onAllLines = questionText(lines)
  return onAllLines && { text: onAllLines.text, answer: null }
}
