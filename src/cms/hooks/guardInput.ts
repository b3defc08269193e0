// Hard limits on everything that is stored, drafts too: Payload skips its own validation when it saves a draft.
import type { CollectionConfig, Field, GlobalConfig, PayloadRequest } from 'payload'
import { refuse } from './refuse'
import { LIMITS } from '@/domain/limits'
import { safeUrl } from '@/domain/links'
import { isStorable } from '@/domain/typedText'

interface InputIssue {
  path: string
  message: string
}

type Data = Record<string, unknown>

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys under which a node may keep an address, of whatever kind it says it is. */
const LINKS = ['url', 'href', 'src']

/** Every string in a JSON value, with the key that holds it; under the key of an address everything is one. */
function* strings(value: unknown, key = ''): Generator<{ key: string; text: string }> {
  if (typeof value === 'string') yield { key, text: value }
  else if (Array.isArray(value)) for (const inner of value) yield* strings(inner, key)
  else if (isData(value))
    for (const [name, inner] of Object.entries(value)) {
      yield { key: '', text: name }
      yield* strings(inner, LINKS.includes(key) ? key : name)
    }
}

const illFormed = (text: string): string | undefined =>
  isStorable(text)
    ? undefined
    : 'contains a character that cannot be stored (NUL or half of a surrogate pair).'

const tooLong = (length: number, max: number): string | undefined =>
  length > max ? `has ${length} characters; at most ${max} are allowed.` : undefined

const unsafe = (url: string): string | undefined =>
  safeUrl(url) === null ? 'must be an http, https, mailto or tel address, or a path.' : undefined

function textIssue(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  // A list of its own values is Payload's to check; anything else would be stored as some text of it.
  if (typeof value !== 'string')
    return 'hasMany' in field && field.hasMany ? undefined : 'must be a text.'
  const max = 'maxLength' in field && field.maxLength ? field.maxLength : LIMITS.url
  const isUrl = value !== '' && 'custom' in field && field.custom?.url === true
  return illFormed(value) ?? tooLong(value.length, max) ?? (isUrl ? unsafe(value) : undefined)
}

function richTextIssue(field: Field, value: unknown): string | undefined {
  const max = ('custom' in field && (field.custom?.maxLength as number)) || LIMITS.body
  let length = 0
  for (const { key, text } of strings(value)) {
    const issue = illFormed(text) ?? (LINKS.includes(key) && text !== '' ? unsafe(text) : undefined)
    if (issue) return issue
    if (key === 'text') length += text.length
  }
  return tooLong(length, max)
}

const TEXT_TYPES = ['text', 'textarea', 'email', 'code', 'select']

/** What may not be stored, each with the path of its field. Only fields that are present are looked at. */
export function inputIssues(fields: Field[], data: Data, prefix = ''): InputIssue[] {
  return fields.flatMap((field): InputIssue[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? nested(tab.fields, data[tab.name], `${prefix}${tab.name}.`)
          : inputIssues(tab.fields, data, prefix),
      )
    if (!('name' in field) || !field.name)
      return 'fields' in field ? inputIssues(field.fields, data, prefix) : []
    const value = data[field.name]
    const path = prefix + field.name
    if (field.type === 'group') return nested(field.fields, value, `${path}.`)
    if (field.type === 'array' && Array.isArray(value)) {
      const max = field.maxRows ?? 1000
      if (value.length > max) return [{ path, message: `has more than ${max} rows.` }]
      return value.flatMap((row, index) => nested(field.fields, row, `${path}.${index}.`))
    }
    const issue = TEXT_TYPES.includes(field.type)
      ? textIssue(field, value)
      : field.type === 'richText'
        ? richTextIssue(field, value)
        : undefined
    return issue ? [{ path, message: issue }] : []
  })
}

const nested = (fields: Field[], value: unknown, prefix: string): InputIssue[] =>
  isData(value) ? inputIssues(fields, value, prefix) : []

const check = (slug: string, fields: Field[], data: unknown, req: PayloadRequest): void => {
  if (isData(data)) refuse(slug, inputIssues(fields, data), req)
}

/** Adds the limits to a collection. */
export const guarded = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeValidate: [
      ({ data, req }) => {
        check(config.slug, config.fields, data, req)
        return data
      },
      ...(config.hooks?.beforeValidate ?? []),
    ],
  },
})

/** Adds the limits to a global. */
export const guardedGlobal = (config: GlobalConfig): GlobalConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeValidate: [
      ({ data, req }) => {
        check(config.slug, config.fields, data, req)
        return data
      },
    ],
  },
})
