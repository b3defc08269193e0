// Lists the issues of a question or its answer, and of the FAQ sections of an article.
import { isEmptyRichText, openingText, plainText } from '../../text/plainText'
import { endsAsQuestion } from '../../articles/faq/questionEnd'
import type { RichText } from '../../text/richText'
import { readableText } from '../../text/readableText'
import { referenceIds } from '../../text/richTextWalk'
import { isAboutAddress, textShapeIssues, type ShapeIssue } from '../../text/textShapeIssues'
import { questionKey } from '../../addresses/titleKey'
import { visibleText } from '../../text/visibleText'
import { linkIssues, type LinkIssue } from './linkIssues'
import type { At } from './severity'

/** The working version of an FAQ item. */
export interface FaqContent {
  id: number
  question?: string | null
  answer?: RichText | null
  /** ISO 8601. */
  lastReviewed?: string | null
  /** The articles that the answer links to, as far as they exist. */
  linkedArticles?: readonly { id: number; live: boolean }[]
}

/** From this similarity of letters (pg_trgm, 0 to 1) on, two questions are one asked twice. */
export const ALIKE = 0.6

/** `id` and `title` are those of the FAQ item. */
export type FaqIssue =
  | ({ id: number; title: string } & (
      | { code: 'questionMissing' | 'questionWithoutMark' | 'questionLeansOnContext' }
      | { code: 'questionLong'; length: number; max: number }
      | { code: 'questionAlike'; other: number; otherTitle: string }
      | { code: 'answerMissing' }
      | { code: 'answerUnfit'; shape: ShapeIssue }
      | { code: 'answerOpeningLong'; words: number; length: number }
      | { code: 'answerLong'; words: number; max: number }
      | { code: 'faqItemRepeated' | 'faqQuestionRepeated' | 'faqReviewOlder' }
      | LinkIssue
    ))
  | { code: 'faqItemMissing'; id: number }
  | { code: 'faqSectionEmpty'; heading: string }

/** The house's advice. Studies of answers shown above search results cluster at 40 to 50 words, 300 characters. */
const ADVICE = { question: 150, openingWords: 50, openingLength: 300, answerWords: 300 }

const VERBS =
  'is|are|was|were|be|do|does|can|will|go|mean|get|happen|help|last|work|hurt|come|start|stop'
/** A pronoun that stands for something said elsewhere; "is it safe to run" says itself what "it" is. */
const POINTS_ELSEWHERE = new RegExp(
  `\\b(it|they|them)\\b(?!.*\\b(to|if|when|that|for)\\b)|\\b(this|that|these|those)\\b(?=\\s*\\?|\\s+(${VERBS})\\b)`,
  'i',
)

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0

function questionIssues({ id, question }: FaqContent): At<FaqIssue>[] {
  const title = visibleText(question)
  const at = { field: 'question', severity: 'advise', id, title } as const
  if (title === '') return [{ ...at, severity: 'block', code: 'questionMissing' }]
  const long = { code: 'questionLong', length: title.length, max: ADVICE.question } as const
  return [
    ...(endsAsQuestion(title) ? [] : [{ ...at, code: 'questionWithoutMark' as const }]),
    ...(title.length > ADVICE.question ? [{ ...at, ...long }] : []),
    ...(POINTS_ELSEWHERE.test(title) ? [{ ...at, code: 'questionLeansOnContext' as const }] : []),
  ]
}

function answerIssues(item: FaqContent): At<FaqIssue>[] {
  const { id, question, linkedArticles } = item
  const at = { field: 'answer', severity: 'advise', id, title: visibleText(question) } as const
  const answer = readableText('answer', item.answer)
  if (isEmptyRichText(answer)) return [{ ...at, severity: 'block', code: 'answerMissing' }]
  const unfit = textShapeIssues('answer', item.answer).filter((shape) => !isAboutAddress(shape))
  const opening = openingText(answer)
  const size = { words: words(opening), length: opening.length }
  const tooLong = size.words > ADVICE.openingWords || size.length > ADVICE.openingLength
  const all = words(plainText(answer))
  const long = { code: 'answerLong', words: all, max: ADVICE.answerWords } as const
  return [
    ...unfit.map((shape) => ({
      ...at,
      severity: 'block' as const,
      code: 'answerUnfit' as const,
      shape,
    })),
    ...linkIssues(answer, 'answer', linkedArticles ?? []).map((issue) => ({ ...at, ...issue })),
    ...(tooLong ? [{ ...at, code: 'answerOpeningLong' as const, ...size }] : []),
    ...(all > ADVICE.answerWords ? [{ ...at, ...long }] : []),
  ]
}

/** What an FAQ item lacks, whichever article shows it. */
export const faqItemIssues = (item: FaqContent): At<FaqIssue>[] => [
  ...questionIssues(item),
  ...answerIssues(item),
]

/**
 * Advice that needs a look at all questions, and is therefore not among the others.
 * @param others items that ask nearly the same; see `ALIKE`
 */
export const alikeIssues = (
  { id, question }: Pick<FaqContent, 'id' | 'question'>,
  others: readonly { id: number; question: string }[],
  field: string,
): At<FaqIssue>[] =>
  others.map((other) => ({
    field,
    severity: 'advise',
    code: 'questionAlike',
    id,
    title: visibleText(question),
    other: other.id,
    otherTitle: other.question,
  }))

/** The ids of each FAQ section of the body, in reading order. */
const sectionsOf = (body: RichText): { heading: string; ids: number[] }[] =>
  body.root.children.flatMap((node) =>
    node.type === 'block' && node.fields.blockType === 'faqSection'
      ? [{ heading: node.fields.heading ?? '', ids: referenceIds(node.fields.items) }]
      : [],
  )

/**
 * The same for every item that the body shows, and issues that only show where items come together.
 * @param items the rows that exist
 * @param lastReviewed of the article, ISO 8601: an article that claims a later review than one of its answers claims too much
 */
export function faqSectionIssues(
  body: RichText,
  items: readonly FaqContent[],
  lastReviewed: string | null,
): At<FaqIssue>[] {
  const at = { field: 'body', severity: 'advise' } as const
  const sections = sectionsOf(body)
  const known = new Map(items.map((item) => [item.id, item]))
  const seen = new Set<number | string>()
  const ofItem = (id: number): At<FaqIssue>[] => {
    const item = known.get(id)
    if (!item) return [{ ...at, severity: 'block', code: 'faqItemMissing', id }]
    const title = visibleText(item.question)
    const key = questionKey(title)
    if (seen.has(id)) return [{ ...at, code: 'faqItemRepeated', id, title }]
    const repeated = key !== '' && seen.has(key)
    seen.add(id).add(key)
    const older = lastReviewed && item.lastReviewed && item.lastReviewed < lastReviewed
    return [
      ...faqItemIssues(item).map((issue) => ({ ...issue, field: 'body' })),
      ...(repeated ? [{ ...at, code: 'faqQuestionRepeated' as const, id, title }] : []),
      ...(older ? [{ ...at, code: 'faqReviewOlder' as const, id, title }] : []),
    ]
  }
  return sections.flatMap(({ heading, ids }) =>
    ids.length === 0
      ? [{ ...at, severity: 'block' as const, code: 'faqSectionEmpty' as const, heading }]
      : ids.flatMap(ofItem),
  )
}
