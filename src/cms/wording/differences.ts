// Writes a document, and what changed in it, as plain text in the words of the history's screen: for mails, and for the two texts of a save that came too late.
import { blockWords, pieceWords, shapeWords } from '@/cms/wording/history'
import { fieldWords } from '@/cms/wording/workflow'
import type { BlockDifference } from '@/domain/differences/blockDifferences'
import type { Block, NameOf } from '@/domain/differences/blocks'
import { fieldBlocks, type FieldDifference } from '@/domain/differences/documentDifferences'
import { wholePieces, type Piece } from '@/domain/differences/words'
import { SHOWN_FIELDS, type ShownField, type ShownKind } from '@/domain/articles/shownFields'

export interface Naming {
  nameOf: NameOf
  /** In which days are told. */
  timeZone: string
}

/** Of a text, these are titles of something between its paragraphs. */
const BETWEEN: readonly Block['type'][] = ['image', 'readAlso', 'faqHeading', 'faqItem']

const piecesText = (pieces: readonly Piece[], as: string, timeZone: string): string =>
  pieces.map((piece) => pieceWords(piece, as, timeZone)).join('')

function blockText(block: Block, as: string, timeZone: string): string {
  const text = piecesText(wholePieces(block.tokens, 'same'), as, timeZone)
  if (BETWEEN.includes(block.type)) return `[${shapeWords(block)}: ${text}]`
  return block.type === 'bullet' ? `${'  '.repeat(block.depth)}• ${text}` : text
}

/** Paragraphs with an empty line between them, rows and titles one a line; empty for what is not there. */
export function valueInWords(field: ShownField, value: unknown, naming: Naming): string {
  const blocks = fieldBlocks(field, value, naming.nameOf)
  const texts = blocks.map((block) => blockText(block, field.as, naming.timeZone))
  return texts.join(field.as === 'richText' ? '\n\n' : '\n')
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const labelOf = (field: string): string => capital(fieldWords(field))

/** What readers see of it; fields that hold nothing are left out. */
export const documentInWords = (
  kind: ShownKind,
  document: Readonly<Record<string, unknown>>,
  naming: Naming,
): string =>
  SHOWN_FIELDS[kind]
    .map((field: ShownField): [string, string, string] => {
      const between = field.as === 'richText' ? '\n\n' : ' '
      return [labelOf(field.name), between, valueInWords(field, document[field.name], naming)]
    })
    .filter(([, , text]) => text !== '')
    .map(([label, between, text]) => `${label}:${between}${text}`)
    .join('\n\n')

/** Characters that stay of what did not change, beside what did. */
const AROUND = 60
const LONGEST_BLOCK = 600

const cut = (text: string): string =>
  text.length > LONGEST_BLOCK ? `${text.slice(0, LONGEST_BLOCK).toWellFormed()}…` : text

/** Whole words of the end of a text. */
const endOf = (text: string): string => text.slice(text.indexOf(' ', text.length - AROUND) + 1)
const beginningOf = (text: string): string => text.slice(0, text.lastIndexOf(' ', AROUND) + 1)

/** The middle of what stays the same is left out. */
function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 3 * AROUND) return text
  return `${isFirst ? '' : beginningOf(text)}…${isLast ? '' : endOf(text)}`
}

function sideOf(pieces: readonly Piece[], without: Piece['change'], say: Say): string {
  const side = pieces.filter(({ change }) => change !== without)
  return side
    .map((piece, index) => {
      const words = say([piece])
      if (piece.change !== 'same') return cut(words)
      return shorten(words, index === 0, index === side.length - 1)
    })
    .join('')
}

type Say = (pieces: readonly Piece[]) => string

function blockChange(block: BlockDifference, say: Say): string {
  const label = capital(blockWords(block))
  if (block.change !== 'changed' && block.change !== 'movedAndChanged')
    return `${label}: ${cut(say(block.pieces))}`
  const [was, now] = [sideOf(block.pieces, 'added', say), sideOf(block.pieces, 'removed', say)]
  return `${label}\nWas: ${was}\nNow: ${now}`
}

/** Each change is one entry; a field whose words are the same differs in its form alone. */
export const differencesInWords = (
  fields: readonly FieldDifference[],
  timeZone: string,
): string[] =>
  fields.flatMap(({ as, blocks, field }) => {
    const say: Say = (pieces) => piecesText(pieces, as, timeZone)
    const changes = blocks.filter(({ change }) => change !== 'same')
    if (changes.length === 0) return [`${labelOf(field)}: only its form changed.`]
    const [first = '', ...others] = changes.map((block) => blockChange(block, say))
    return [`${labelOf(field)}. ${first}`, ...others]
  })
