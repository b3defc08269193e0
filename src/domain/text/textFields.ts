// Defines the small rules for the fields of a rich text's nodes, of which textShape.ts makes its table.
import { unreadableCharacter } from './characters'
import { isData } from '../values/isData'
import { safeUrl } from './links'
import { LIMITS } from '../access/limits'
import { isRowId } from '../values/rowId'
import { TEXT_FORMAT } from './richText'

/** What a field of a node has to be; the words for it are made where they are shown. */
export type Expected =
  | 'text'
  | 'tab'
  | 'marks'
  | 'number'
  | 'wholeNumber'
  | 'flag'
  | 'noStyle'
  | 'noAlignment'
  | 'noIndent'
  | 'nothing'
  | 'direction'
  | 'mode'
  | 'headingLevel'
  | 'listType'
  | 'listTag'
  | 'linkType'
  | 'address'
  | 'article'
  | 'image'
  | 'pasted'
  | 'row'
  | 'rows'
  | 'blockType'
  | 'choice'
  | 'passage'
  | 'entries'
  | 'caption'
  | 'widths'
  | 'span'
  | 'header'
  | 'alignment'
  | 'colour'
  | 'fields'

export interface Value {
  is: (value: unknown) => boolean
  expects: Expected
  /** Must be there; every other one may be missing, or null. */
  required?: true
  /** What a reader gets where there is none, or a wrong one; without it the field is left out, or the node if it is required. */
  instead?: (value: unknown) => unknown
}

/** A field that holds fields of its own. */
export interface Group {
  required?: true
  fields: Fields | ((group: Data) => Fields)
}

/** A field that holds a list of groups. */
export interface Entries {
  required?: true
  entries: Fields
  max: number
}

/** A field that holds a whole text of its own. */
export interface Passage {
  required?: true
  passage: true
}

export type Rule = Value | Group | Entries | Passage
export type Fields = Readonly<Record<string, Rule>>

type Data = Record<string, unknown>

export const isGroup = (rule: Rule): rule is Group => 'fields' in rule
export const isEntries = (rule: Rule): rule is Entries => 'entries' in rule
export const isPassage = (rule: Rule): rule is Passage => 'passage' in rule

export const isWhole = (value: unknown): boolean => Number.isInteger(value)
const isNumber = (value: unknown): boolean => typeof value === 'number'
export const isTextOf =
  (max: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length <= max && !unreadableCharacter(value)
export const oneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value)

export const isRow = (value: unknown): boolean =>
  typeof value === 'number' ? isRowId(value) : isData(value) && isRow(value.id)
export const areRows = (value: unknown): boolean => Array.isArray(value) && value.every(isRow)
export const rowsAmong = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.filter(isRow) : []

/** Empty in a draft, whose checklist then says so. */
export const isAddress = (value: unknown): boolean =>
  value === '' || (isTextOf(LIMITS.url)(value) && safeUrl(String(value)) !== null)

export const isTarget = (value: unknown): boolean =>
  isData(value) && value.relationTo === 'articles' && (value.value === null || isRow(value.value))

export const isPasted = (value: unknown): boolean =>
  isData(value) && isTextOf(ID_LENGTH)(value.formID) && isTextOf(LIMITS.url)(value.src)

export const isEmpty = (value: unknown): boolean => isData(value) && Object.keys(value).length === 0

const ID_LENGTH = 100
export const id: Value = { is: isTextOf(ID_LENGTH), expects: 'text' }
const number: Value = { is: isNumber, expects: 'number' }
export const wholeNumber: Value = { is: isWhole, expects: 'wholeNumber' }
const noStyle: Value = { is: oneOf(''), expects: 'noStyle' }
export const noAlignment: Value = { is: oneOf('', 'left', 'start'), expects: 'noAlignment' }

/** The bits of the marks that an editor offers, and no others. */
const MARKS = Object.values(TEXT_FORMAT).reduce((all, bit) => all | bit, 0)
const marks: Value = {
  is: (value) => value === '' || (isWhole(value) && (Number(value) & ~MARKS) === 0),
  expects: 'marks',
}
const shownMarks: Value = {
  ...marks,
  instead: (value) => (isWhole(value) ? Number(value) & MARKS : 0),
}

/** What Lexical 0.50 stores with every node; `style`, which readers would not get and an editor would, always empty. */
export const node: Fields = { version: number }
export const textual: Fields = {
  ...node,
  format: shownMarks,
  style: noStyle,
  mode: { is: oneOf('normal', 'token', 'segmented'), expects: 'mode' },
  detail: number,
}
export const element: Fields = {
  ...node,
  format: noAlignment,
  indent: { is: oneOf(0), expects: 'noIndent' },
  direction: { is: oneOf('ltr', 'rtl'), expects: 'direction' },
  textFormat: marks,
  textStyle: noStyle,
}
