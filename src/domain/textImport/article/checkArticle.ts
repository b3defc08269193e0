// Checks that an imported article can be written: nothing empty, nothing twice, nothing too long, no unsafe address.
import { LIMITS } from '../../access/limits'
import { questionKey } from '../../addresses/titleKey'
import type {
  AnswerBlockOf,
  ArticleOf,
  BlockOf,
  CappedText,
  FaqSectionOf,
  ImportIssue,
} from '../importedArticle'
import { excerpt } from '../messages'
import type { Phrase } from '../lines/phrase'
import { wholeSentences } from './propose'
import { isWebAddress } from '../lines/titleAndUrl'

type Draft = Pick<ArticleOf<Phrase>, 'frontMatter' | 'blocks' | 'sources'> & {
  title: Phrase | null
}

/** The reasons to refuse the draft, in no particular order. */
export function checkArticle(draft: Draft): ImportIssue[] {
  const { frontMatter, blocks, sources, title } = draft
  const {
    title: stated,
    summary = frontMatter.description,
    path,
    authors = [],
    category,
    categories = [],
    topics = [],
    keywords = [],
    reviewer,
  } = frontMatter
  const names = [...authors, ...topics, ...keywords, ...categories, category, reviewer]
  return [
    ...[title, stated].flatMap((text) => tooLong('title', LIMITS.title, text)),
    ...(wholeSentences(summary?.text ?? '', LIMITS.summary) === ''
      ? tooLong('summary', LIMITS.summary, summary)
      : []),
    ...[path, frontMatter.slug].flatMap((text) => tooLong('path', LIMITS.path, text)),
    ...tooLong('id', LIMITS.sourceTitle, frontMatter.sourceId),
    ...names.flatMap((name) => tooLong('name', LIMITS.name, name)),
    ...blocks.flatMap(checkBlock),
    ...headingsWithoutText(blocks),
    ...questionsTwice(blocks),
    ...bodyTooLong(blocks),
    ...sources.flatMap(({ url }) => badUrl(url)),
  ]
}

function tooLong(what: CappedText, limit: number, text: Phrase | undefined | null): ImportIssue[] {
  const length = text?.text.length ?? 0
  return text && length > limit ? [{ code: 'tooLong', line: text.line, what, length, limit }] : []
}

const badUrl = (url: Phrase | undefined): ImportIssue[] =>
  url && !isWebAddress(url.text)
    ? [{ code: 'badUrl', line: url.line, text: excerpt(url.text) }]
    : []

function checkBlock(block: BlockOf<Phrase>): ImportIssue[] {
  switch (block.type) {
    case 'heading':
      return tooLong('heading', LIMITS.heading, block.text)
    case 'readAlso':
      return badUrl(block.url)
    case 'faqSection':
      return [
        ...tooLong('heading', LIMITS.heading, block.heading),
        ...block.items.flatMap(checkItem),
      ]
    default:
      return []
  }
}

function checkItem({ question, answer }: FaqSectionOf<Phrase>['items'][number]): ImportIssue[] {
  const issues = tooLong('question', LIMITS.question, question)
  const length = lengthOf(answer)
  if (length > LIMITS.answer) {
    const { line } = question
    issues.push({ code: 'tooLong', line, what: 'answer', length, limit: LIMITS.answer })
  }
  return issues
}

const lengthOf = (blocks: readonly AnswerBlockOf<Phrase>[]): number =>
  blocks
    .flatMap((block) => (block.type === 'list' ? block.items : [block.text]))
    .reduce((sum, phrase) => sum + phrase.text.length, 0)

function bodyTooLong(blocks: readonly BlockOf<Phrase>[]): ImportIssue[] {
  const text = blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'list' ? [block] : [],
  )
  const length = lengthOf(text)
  return length > LIMITS.body
    ? [{ code: 'tooLong', line: 1, what: 'body', length, limit: LIMITS.body }]
    : []
}

/** A heading needs text, or a heading below its own level, before the next. */
function headingsWithoutText(blocks: readonly BlockOf<Phrase>[]): ImportIssue[] {
  const shown = blocks.filter(({ type }) => type !== 'readAlso')
  return shown.flatMap((block, at): ImportIssue[] => {
    const next = shown[at + 1]
    if (block.type !== 'heading' || next?.type === 'paragraph' || next?.type === 'list') return []
    if (next?.type === 'heading' && next.level > block.level) return []
    const { text } = block
    return [{ code: 'headingWithoutText', line: text.line, text: excerpt(text.text) }]
  })
}

function questionsTwice(blocks: readonly BlockOf<Phrase>[]): ImportIssue[] {
  const firstLines = new Map<string, number>()
  const issues: ImportIssue[] = []
  for (const block of blocks) {
    for (const { question } of block.type === 'faqSection' ? block.items : []) {
      const { text, line } = question
      const firstLine = firstLines.get(questionKey(text))
      if (firstLine === undefined) firstLines.set(questionKey(text), line)
      else issues.push({ code: 'questionTwice', line, text: excerpt(text), firstLine })
    }
  }
  return issues
}
