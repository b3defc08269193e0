// Tidies what was typed or pasted for its field: the line breaks of word processors become those of the field.
import type { Field } from 'payload'
import { onLines, onOneLine } from '@/domain/text/characters'
import { isData } from '@/domain/values/isData'
import { tidyText } from '@/domain/text/tidyText'

type Data = Record<string, unknown>
type Tidy = (value: unknown, field: Field) => unknown

const texts =
  (tidy: (text: string) => string): Tidy =>
  (value) =>
    typeof value === 'string' ? tidy(value) : value

const rows = (value: unknown, fields: Field[]): unknown =>
  isData(value) ? tidied(fields, value) : value

const isAddress = (field: Field): boolean => 'custom' in field && field.custom?.url === true

const BY_TYPE: Partial<Record<Field['type'], Tidy>> = {
  // An address with a break in it is a wrong one, not one of two words.
  text: (value, field) => (isAddress(field) ? value : texts(onOneLine)(value, field)),
  textarea: texts(onLines),
  richText: tidyText,
  array: (value, field) =>
    Array.isArray(value) && 'fields' in field ? value.map((row) => rows(row, field.fields)) : value,
  group: (value, field) => ('fields' in field ? rows(value, field.fields) : value),
}

const listNamedFields = (fields: Field[]): Field[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => listNamedFields(tab.fields))
    if ('name' in field && field.name) return [field]
    return 'fields' in field ? listNamedFields(field.fields) : []
  })

/** The same data with its texts tidied; what is no text of a field stays as it is. */
export function tidied(fields: Field[], data: Data): Data {
  const changed = listNamedFields(fields).flatMap((field) => {
    const [name, tidy] = ['name' in field ? String(field.name) : '', BY_TYPE[field.type]]
    return tidy && data[name] !== undefined ? [[name, tidy(data[name], field)] as const] : []
  })
  return { ...data, ...Object.fromEntries(changed) }
}
