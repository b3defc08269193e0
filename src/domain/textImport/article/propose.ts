// Proposes a title and a summary for an article that states none.
import { LIMITS } from '../../access/limits'
import { titleKey } from '../../addresses/titleKey'
import { headingName } from '../lines/classify'
import { FUNCTION_WORDS, SMALL_WORDS } from '../lines/grammar'
import type { Block, ImportedArticle } from '../importedArticle'
import { sentences, shorten } from '../lines/sentences'

type Title = NonNullable<ImportedArticle['title']>
type Summary = NonNullable<ImportedArticle['summary']>

/** Up to this length a summary takes whole sentences. */
const SUMMARY_LENGTH = 200
/** Of this much text a summary or title is made. */
const ENOUGH = 1000
const TITLE_WORDS_LENGTH = 80
/** More headings than an article has; keeps the comparison quick for any source. */
const MAX_HEADINGS = 200
const MAX_WORDS_IN_RUN = 10

/** What the headings share, else the first heading, else the first words; null without any text. */
export function proposeTitle(blocks: readonly Block[]): Title | null {
  const headings = blocks.flatMap(comparable)
  const shared = sharedWords(headings.slice(0, MAX_HEADINGS))
  if (shared !== null) return { text: shared, proposed: true, from: 'sharedHeadings' }
  const [first] = headings
  if (first !== undefined) return { text: first, proposed: true, from: 'firstHeading' }
  const [block] = blocks
  return block ? { text: firstWords(firstText(block)), proposed: true, from: 'firstWords' } : null
}

/** Section headings and FAQ questions say what the article is about; "Final Words" and the like do not. */
function comparable(block: Block): string[] {
  if (block.type === 'faqSection') return block.items.map(({ question }) => question)
  const isAbout = block.type === 'heading' && block.level === 2 && headingName(block.text) === null
  return isAbout ? [block.text] : []
}

interface Word {
  key: string
  written: string
  /** A comma or the like follows. */
  ends: boolean
}

const splitHeading = (heading: string): Word[] =>
  heading.split(/\s+/).map((written) => ({
    key: titleKey(written),
    written,
    ends: /[.,;:!?–—]$/u.test(written),
  }))

const isContent = ({ key }: Word): boolean => key !== '' && !FUNCTION_WORDS.has(key)

/**
 * The run of words that two or more headings share, of at least two content words. The longer it is and the more
 * headings have it, the better; of equals the first.
 */
function sharedWords(headings: readonly string[]): string | null {
  const runs = new Map<string, { words: Word[]; content: number; headings: Set<number> }>()
  headings.forEach((heading, at) => {
    for (const words of runsOf(splitHeading(heading))) {
      const key = words.map((word) => word.key).join(' ')
      const run = runs.get(key) ?? {
        words,
        content: words.filter(isContent).length,
        headings: new Set(),
      }
      run.headings.add(at)
      runs.set(key, run)
    }
  })
  let best: { words: Word[]; score: number } | null = null
  for (const { words, content, headings } of runs.values()) {
    const score = content * headings.size
    if (headings.size > 1 && score > (best?.score ?? 0)) best = { words, score }
  }
  return best && titleCase(best.words)
}

/** All runs of words that begin and end with a content word and hold at least two. */
function* runsOf(words: readonly Word[]): Generator<Word[]> {
  for (const [from, first] of words.entries()) {
    if (!isContent(first)) continue
    for (let to = from + 1; to < Math.min(words.length, from + MAX_WORDS_IN_RUN); to++) {
      const last = words[to]
      if (!last || words[to - 1]?.ends) break
      if (isContent(last)) yield words.slice(from, to + 1)
    }
  }
}

const titleCase = (words: readonly Word[]): string =>
  words
    .map(({ key, written }, at) =>
      at > 0 && SMALL_WORDS.has(key)
        ? written.toLowerCase()
        : written.replace(/^[\p{P}]*\p{Ll}/u, (start) => start.toUpperCase()),
    )
    .join(' ')
    .replace(/^\p{P}+|\p{P}+$/gu, '')

/** The first text of a block. */
function firstText(block: Block): string {
  if (block.type === 'list') return block.items[0] ?? ''
  if (block.type === 'faqSection') return block.heading
  return block.type === 'readAlso' ? block.title : block.text
}

function firstWords(text: string): string {
  const [sentence = ''] = sentences(text.slice(0, ENOUGH))
  return (
    shorten(sentence, TITLE_WORDS_LENGTH).replace(/[.…:;,]+$/u, '') ||
    shorten(text, TITLE_WORDS_LENGTH)
  )
}

/** Whole sentences of the introduction, else of the first paragraph; a single long one is cut between words. */
export function proposeSummary(blocks: readonly Block[]): Summary | null {
  const heading = blocks.findIndex(({ type }) => type === 'heading' || type === 'faqSection')
  const introduction = paragraphs(heading < 0 ? blocks : blocks.slice(0, heading))
  const text = introduction === '' ? paragraphs(blocks) : introduction
  if (text === '') return null
  const [first = ''] = sentences(text)
  const summary =
    first.length > SUMMARY_LENGTH && first.length <= LIMITS.summary
      ? first
      : wholeSentences(text, SUMMARY_LENGTH) || shorten(first, SUMMARY_LENGTH)
  return { text: summary, proposed: true }
}

/** The summary that a source states, or the whole sentences of it that there is room for. */
export function stateSummary(stated: string): Summary {
  const proposed = stated.length > LIMITS.summary
  return { text: proposed ? wholeSentences(stated, LIMITS.summary) : stated, proposed }
}

/** As many sentences from the beginning as fit; empty where the first one does not. */
export function wholeSentences(text: string, limit: number): string {
  let whole = ''
  for (const sentence of sentences(text)) {
    const longer = whole === '' ? sentence : `${whole} ${sentence}`
    if (longer.length > limit) break
    whole = longer
  }
  return whole
}

/** Without HTML, which is kept as it is typed and says nothing to a reader. */
function paragraphs(blocks: readonly Block[]): string {
  let text = ''
  for (const block of blocks) {
    if (text.length >= ENOUGH) break
    if (block.type === 'paragraph' && !block.text.startsWith('<'))
      text += `${text && ' '}${block.text.slice(0, ENOUGH)}`
  }
  return text
}
