// Compares two versions of a document: gives each shown field that differs, as blocks of text.
import { showsSame } from '../addresses/canonical'
import { readableText } from '../text/readableText'
import { bodyReferences } from '../articles/links/references'
import { referenceIds } from '../text/richTextWalk'
import { SHOWN_FIELDS, type ShownField, type ShownKind } from '../articles/shownFields'
import { blockDifferences, type BlockDifference } from './blockDifferences'
import {
  block,
  dateToken,
  referenceBlock,
  richTextBlocks,
  wordsOf,
  type Block,
  type NameOf,
  type Reference,
  type Token,
} from './blocks'
import type { Compare } from './words'

export interface FieldDifference {
  field: string
  as: ShownField['as']
  /** Those that did not change too. None changed: the field differs in something that has no words, like a numbering. */
  blocks: BlockDifference[]
}

/** A version's fields as stored. */
export type StoredVersion = Readonly<Record<string, unknown>>

const cellText = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value as string | number | boolean)

type Columns = Extract<ShownField, { as: 'rows' }>['columns']

/** Columns that hold something, parted by a dot. */
const rowTokens = (row: StoredVersion, columns: Columns): Token[] =>
  columns
    .filter(({ name }) => cellText(row[name]) !== '')
    .flatMap(({ as, name }, index) => [
      ...(index > 0 ? wordsOf(' · ') : []),
      ...(as === 'date' ? [dateToken(cellText(row[name]))] : wordsOf(cellText(row[name]))),
    ])

/** The value of one field; none for what is not there. */
export function fieldBlocks(field: ShownField, value: unknown, nameOf: NameOf): Block[] {
  switch (field.as) {
    case 'richText':
      return richTextBlocks(readableText('article', value), nameOf)
    case 'reference':
      return referenceIds(value).map((id) =>
        referenceBlock('reference', { collection: field.to, id }, nameOf),
      )
    case 'rows':
      return (Array.isArray(value) ? (value as StoredVersion[]) : []).map((row) =>
        block('row', rowTokens(row, field.columns)),
      )
    default: {
      const text = cellText(value)
      if (text === '') return []
      return [block('value', field.as === 'date' ? [dateToken(text)] : wordsOf(text))]
    }
  }
}

interface Means {
  compare: Compare
  nameOf: NameOf
}

/** The shown fields that differ, in the order of the table; none when both versions show the same. */
export const documentDifferences = (
  kind: ShownKind,
  before: StoredVersion,
  after: StoredVersion,
  { compare, nameOf }: Means,
): FieldDifference[] =>
  SHOWN_FIELDS[kind]
    .filter(({ name }) => !showsSame(before[name], after[name]))
    .map((field) => {
      const [earlier, later] = [before, after].map((version) =>
        fieldBlocks(field, version[field.name], nameOf),
      ) as [Block[], Block[]]
      return {
        field: field.name,
        as: field.as,
        blocks: blockDifferences(earlier, later, compare),
      }
    })

const inRichText = (value: unknown): Reference[] => {
  const found = bodyReferences(readableText('article', value))
  const all = (collection: Reference['collection'], ids: readonly number[]): Reference[] =>
    ids.map((id) => ({ collection, id }))
  return [
    ...all('faq-items', found.faqItems),
    ...all('read-also-links', found.readAlsoLinks),
    ...all('media', found.media),
    ...all('articles', found.articles),
  ]
}

/** Every row that the shown fields of a version name, for looking up the names before. */
export const documentReferences = (kind: ShownKind, version: StoredVersion): Reference[] =>
  SHOWN_FIELDS[kind].flatMap((field: ShownField): Reference[] => {
    const value = version[field.name]
    if (field.as === 'richText') return inRichText(value)
    if (field.as !== 'reference') return []
    return referenceIds(value).map((id) => ({ collection: field.to, id }))
  })
