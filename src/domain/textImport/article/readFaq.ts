// Reads a "People Also Ask" section: questions with their answers.
import type { Body, Element, Heading } from '../elements/elements'
import { ANSWER_MARK, MARKED_ANSWER, QUESTION_MARK } from '../lines/grammar'
import { isQuestionHeading, nextText, plainHeadingAt, type Outline } from './headings'
import type { BlockOf, FaqSectionOf, ImportIssue } from '../importedArticle'
import { excerpt } from '../messages'
import { isEmpty, part, Phrase, spanText, type DroppedLine } from '../lines/phrase'

export interface FaqRead {
  /** Text between the heading and the first question; it goes above the section, which has no place for it. */
  before: BlockOf<Phrase>[]
  section: FaqSectionOf<Phrase>
  /** Read Also lines among the answers; they go below the section. */
  readAlso: BlockOf<Phrase>[]
  dropped: DroppedLine[]
  issues: ImportIssue[]
  /** The index of the first element after the section. */
  next: number
}

interface Reading extends FaqRead {
  level: number | null
  /** The level of the questions, where they are marked headings. */
  questionLevel: number | null
}

/**
 * Reads the section whose heading is the element `at`. It ends at a heading with a meaning of its own, at a marked
 * heading that is no question, and at a short line with text below it that is not itself an answer.
 */
export function readFaq(outline: Outline, at: number, heading: Heading, leads: boolean[]): FaqRead {
  const reading: Reading = {
    before: [],
    section: { type: 'faqSection', heading: heading.text, items: [] },
    readAlso: [],
    dropped: [],
    issues: [],
    next: at + 1,
    level: heading.level,
    questionLevel: null,
  }
  const { elements } = outline
  for (let element = elements[reading.next]; element; element = elements[reading.next]) {
    const part = partOf(reading, outline, element, leads)
    if (part === 'end') break
    if (part === 'question') addQuestion(reading, element)
    if (part === 'group') dropGroup(reading, element)
    if (part === 'text') addText(reading, element.body)
    reading.next++
  }
  for (const { question, answer } of reading.section.items) {
    if (answer.length === 0) reading.issues.push(issue('questionWithoutAnswer', question))
  }
  if (reading.section.items.length === 0) {
    reading.issues.push(issue('faqWithoutQuestions', heading.text))
  }
  return reading
}

type Part = 'question' | 'group' | 'text' | 'separator' | 'end'

const issue = (
  code: 'questionWithoutAnswer' | 'faqWithoutQuestions',
  phrase: Phrase,
): ImportIssue => ({ code, line: phrase.line, text: excerpt(phrase.text) })

function partOf(reading: Reading, outline: Outline, element: Element, leads: boolean[]): Part {
  const { heading, question, body } = element
  if (body.type === 'separator') return 'separator'
  if (heading && heading.name !== null) return 'end'
  if (isGroup(reading, outline, element)) return 'group'
  if (heading && heading.level !== null) return partOfMarked(reading, heading, heading.level)
  if (question && reading.questionLevel === null) return 'question'
  const answered = (reading.section.items.at(-1)?.answer.length ?? 0) > 0
  const ends = answered && plainHeadingAt(outline, reading.next) && leads[reading.next]
  return ends ? 'end' : 'text'
}

/**
 * "General" above the questions of a group: a heading that asks nothing and stands directly above a question in bold, or
 * above a deeper heading. It has no answer of its own.
 */
function isGroup(
  reading: Reading,
  { elements }: Outline,
  { heading, line, body }: Element,
): boolean {
  const below = elements[nextText(elements, reading.next + 1)]
  if (!heading || !below || isQuestionHeading(heading) || heading.numbered) return false
  if (heading.level === null) {
    const emphasised = body.type === 'paragraph' && body.text.text !== heading.text.text
    return emphasised && line === heading.text.line && isBoldQuestion(below)
  }
  if (heading.level <= (reading.level ?? heading.level - 1)) return false
  const deeper = below.heading?.level ?? 0
  return deeper > heading.level || (deeper === 0 && isBoldQuestion(below))
}

/** A line of its own, in bold or behind `Q:`. */
const isBoldQuestion = ({ question, body }: Element): boolean =>
  question !== null && body.type === 'paragraph' && !body.text.text.startsWith(question.text.text)

function dropGroup({ dropped }: Reading, { heading }: Element): void {
  for (const { line } of heading?.text.spans ?? []) dropped.push({ line, reason: 'faqGroup' })
}

/** Below the level of the FAQ heading all headings are questions; on its own level, those that ask. */
function partOfMarked(
  { level: own, questionLevel, section }: Reading,
  heading: Heading,
  level: number,
): Part {
  if (questionLevel !== null && level > questionLevel) return 'text'
  if (own !== null && level !== own) return level > own ? 'question' : 'end'
  const begins = section.items.length === 0
  return isQuestionHeading(heading) && (begins || level === questionLevel) ? 'question' : 'end'
}

function addQuestion(reading: Reading, { heading, question }: Element): void {
  if (!question) return
  if (heading && heading.level !== null) reading.questionLevel = heading.level
  reading.section.items.push({ question: question.text, answer: [] })
  if (question.answer) addText(reading, { type: 'paragraph', text: question.answer })
}

function addText(reading: Reading, body: Body): void {
  if (body.type === 'separator') return
  if (body.type === 'readAlso') {
    reading.readAlso.push(body)
    return
  }
  const item = reading.section.items.at(-1)
  if (!item) reading.before.push(body)
  else if (body.type === 'list' || item.answer.length > 0) item.answer.push(body)
  else {
    const { text, dropped } = withoutAnswerMark(body.text, isMarked(item.question))
    if (text) item.answer.push({ type: 'paragraph', text })
    reading.dropped.push(...dropped)
  }
}

const isMarked = ({ spans: [{ line }] }: Phrase): boolean => QUESTION_MARK.test(line.text)

/** Without `A:` in front; no text is left of a line that has nothing else. */
function withoutAnswerMark(
  answer: Phrase,
  questionMarked: boolean,
): { text: Phrase | null; dropped: DroppedLine[] } {
  const [first, ...more] = answer.spans
  const mark = (questionMarked ? MARKED_ANSWER : ANSWER_MARK).exec(spanText(first))
  if (!mark) return { text: answer, dropped: [] }
  const rest = part(first, mark[0].length)
  const [span, ...others] = isEmpty(rest) ? more : [rest, ...more]
  return {
    text: span ? new Phrase([span, ...others], 'answerMark') : null,
    dropped: isEmpty(rest) ? [{ line: first.line, reason: 'answerMark' }] : [],
  }
}
