// Describes how a table is stored: Lexical's nodes for tables, rows and cells, and the caption that we store with a table.
import { LIMITS } from '../access/limits'
import { HEADER_OF } from './richText'
import {
  element,
  isTextOf,
  isWhole,
  oneOf,
  wholeNumber,
  type Fields,
  type Value,
} from './textFields'

/** As many columns as a cell may take up; browsers stop at 1000 (HTML, 4.9.11). */
const MAX_SPAN = 100

const span: Value = {
  is: (value) => isWhole(value) && Number(value) >= 1 && Number(value) <= MAX_SPAN,
  expects: 'span',
}

const widths: Value = {
  is: (value) => Array.isArray(value) && value.every((one) => typeof one === 'number' && one >= 0),
  expects: 'widths',
}

/** How wide and how high it is while it is written; a page finds that out by itself. */
const whileWriting: Fields = {
  colWidths: widths,
  width: { is: (value) => typeof value === 'number', expects: 'number' },
  height: { is: (value) => typeof value === 'number', expects: 'number' },
  rowStriping: { is: oneOf(true, false), expects: 'flag' },
  frozenColumnCount: wholeNumber,
  frozenRowCount: wholeNumber,
}

const pick = (...names: (keyof typeof whileWriting)[]): Fields =>
  Object.fromEntries(names.map((name) => [name, whileWriting[name]!]))

const state: Fields = {
  caption: { is: isTextOf(LIMITS.caption), expects: 'caption', instead: () => '' },
}

export const table = {
  fields: {
    ...element,
    ...pick('colWidths', 'rowStriping', 'frozenColumnCount', 'frozenRowCount'),
    $: { fields: state },
  },
  holds: ['tablerow'],
}

export const tablerow = { fields: { ...element, ...pick('height') }, holds: ['tablecell'] }

export const tablecell = {
  fields: {
    ...element,
    ...pick('width'),
    // Where the words of a cell stand; it is the one place of a text that has an alignment.
    format: {
      is: oneOf('', 'left', 'start', 'center', 'right', 'end'),
      expects: 'alignment',
      instead: () => '',
    } satisfies Value,
    headerState: {
      is: oneOf(0, HEADER_OF.column, HEADER_OF.row, HEADER_OF.column | HEADER_OF.row),
      expects: 'header',
      required: true,
      instead: () => 0,
    } satisfies Value,
    colSpan: span,
    rowSpan: span,
    backgroundColor: { is: oneOf('', null), expects: 'colour' } satisfies Value,
    verticalAlign: {
      is: oneOf('', 'top', 'middle', 'bottom'),
      expects: 'alignment',
    } satisfies Value,
  },
  holds: ['paragraph', 'list'],
}
