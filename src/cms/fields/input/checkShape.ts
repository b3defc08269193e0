// Checks that what a request brings is of the kind that its field stores, before anything relies on it: drafts skip Payload's own validation.
import { APIError, type Field } from 'payload'
import { richTextIssue } from '@/cms/fields/richText'
import { isData } from '@/domain/values/isData'
import { isRowId } from '@/domain/values/rowId'

type Data = Record<string, unknown>

/** @throws an error that is answered with 400 */
export function requireData(data: unknown): asserts data is Data {
  if (!isData(data))
    throw new APIError(
      'The body is to be a JSON object (Content-Type: application/json).',
      400,
      undefined,
      true,
    )
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** An id, a row that holds one, or one of several collections with either. */
function isReference(value: unknown): boolean {
  if (!isData(value)) return isNothing(value) || isRowId(value)
  return isReference('relationTo' in value ? value.value : (value.id ?? NaN))
}

const isListOf = (is: (value: unknown) => boolean, value: unknown): boolean =>
  Array.isArray(value) ? value.every(is) : is(value)

const SHAPES: Partial<Record<Field['type'], (value: unknown) => string | undefined>> = {
  date: (value) =>
    typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : 'must be a date.',
  number: (value) =>
    ['number', 'string'].includes(typeof value) && Number.isFinite(Number(value))
      ? undefined
      : 'must be a number.',
  checkbox: (value) =>
    [true, false, 'true', 'false'].some((one) => one === value) ? undefined : 'must be yes or no.',
  relationship: (value) =>
    isListOf(isReference, value) ? undefined : 'must be the id of a row, or a list of them.',
  upload: (value) => (isListOf(isReference, value) ? undefined : 'must be the id of an image.'),
  array: (value) =>
    // Of a form Payload takes a number of rows too.
    Array.isArray(value)
      ? value.every(isData)
        ? undefined
        : 'must hold rows.'
      : 'must be a list.',
  group: (value) => (isData(value) ? undefined : 'must hold fields.'),
}

export function shapeIssue(field: Field, value: unknown): string | undefined {
  // What is not stored is judged by the code that reads it.
  if (isNothing(value) || ('virtual' in field && field.virtual)) return undefined
  if ('hasMany' in field && field.hasMany && field.type === 'number') return undefined
  return field.type === 'richText' ? richTextIssue(field, value) : SHAPES[field.type]?.(value)
}
