// Names changes, blocks and values for the history.
import { BLOCK_WORDS } from '@/cms/wording/blocks'
import type { BlockType as TextBlock } from '@/domain/blocks/blocks'
import type { BlockChange, BlockDifference } from '@/domain/differences/blockDifferences'
import type { BlockType, Shape } from '@/domain/differences/blocks'
import type { Piece } from '@/domain/differences/words'
import type { Referenced } from '@/domain/articles/shownFields'
import type { State } from '@/domain/workflow/table'
import { dayWords } from './dates'

const CHANGE_WORDS: Record<BlockChange, string> = {
  same: '',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  moved: 'moved',
  movedAndChanged: 'moved and changed',
}

/** In the middle of a sentence. */
const blockNames = Object.fromEntries(
  Object.entries(BLOCK_WORDS).map(([type, { singular }]) => [type, singular.toLowerCase()]),
) as Record<TextBlock, string>

const TYPE_WORDS: Record<BlockType, string> = {
  ...blockNames,
  paragraph: 'paragraph',
  heading: 'heading',
  subheading: 'subheading',
  minorHeading: 'minor heading',
  bullet: 'list item',
  number: 'numbered item',
  quote: 'quote',
  image: 'image',
  rule: 'horizontal rule',
  caption: 'caption of a table',
  headerCell: 'heading of a column or row',
  cell: 'cell of a table',
  readAlso: 'Read Also',
  faqHeading: 'heading of the questions',
  faqItem: 'question',
  reference: '',
  row: '',
  value: '',
}

/** Such as `list item, indented 1`. */
export const shapeWords = ({ depth, type }: Shape): string =>
  TYPE_WORDS[type] + (depth > 0 ? `, indented ${depth}` : '')

/** Such as `Heading, moved` or `List item, changed, was: paragraph`; of a plain value the change alone. */
export function blockWords({ change, was, ...shape }: BlockDifference): string {
  const parts = [shapeWords(shape), CHANGE_WORDS[change], was ? `was: ${shapeWords(was)}` : '']
  return parts.filter(Boolean).join(', ')
}

const GONE: Record<Referenced, string> = {
  articles: 'an article that is gone',
  'faq-items': 'a question that is gone',
  'read-also-links': 'a Read Also link that is gone',
  media: 'an image that is gone',
  authors: 'a person who is gone',
  categories: 'a category that is gone',
  topics: 'a topic that is gone',
}

const VALUE_WORDS: Record<string, string> = {
  true: 'yes',
  false: 'no',
  internal: 'to an article',
  external: 'to the web',
  unresolved: 'unresolved',
  editorial: 'editorial: we recommend it',
  paid: 'paid: marked as sponsored',
  notVouchedFor: 'not vouched for: marked nofollow',
}

/** What a piece reads; never an id. */
export function pieceWords({ date, reference, text }: Piece, as: string, timeZone: string): string {
  if (reference) return text || GONE[reference.collection]
  if (date) return dayWords(text, timeZone)
  return as === 'flag' || as === 'choice' ? (VALUE_WORDS[text] ?? text) : text
}

/** Why no account, or not this one, makes an old version the working version now. */
export const LOCKED_WORDS: Record<State, string> = {
  draft: 'It is neither yours nor assigned to you.',
  in_review: 'It is in review. Recall it first, or ask an editor.',
  changes_requested: 'It is neither yours nor assigned to you.',
  approved: 'It is approved. Recall it first, or ask an editor.',
  scheduled: 'It is scheduled, and locked until then. Unschedule it first.',
  published: 'It is neither yours nor assigned to you.',
  withdrawn: 'It is neither yours nor assigned to you.',
}

/** What restoring does to the state. */
export const RESTORED_WORDS: Record<State, string> = {
  draft: '',
  in_review: 'It stays in review.',
  changes_requested: '',
  approved: 'The approval no longer holds, because the text is another one.',
  scheduled: '',
  published: 'It begins the next version, as a draft.',
  withdrawn: 'It begins the next version, as a draft.',
}
