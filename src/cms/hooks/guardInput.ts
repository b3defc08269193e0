// Hard limits on everything that is stored, drafts too: Payload skips its own validation when it saves a draft.
import {
  APIError,
  NotFound,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Field,
  type GlobalConfig,
  type PayloadRequest,
} from 'payload'
import { isData, requireData, shapeIssue } from './checkShape'
import { refuse } from './refuse'
import { isValueDeeperThan, MAX_JSON_DEPTH } from '@/domain/jsonDepth'
import { LIMITS } from '@/domain/limits'
import { safeUrl } from '@/domain/links'
import { isRowId } from '@/domain/requestAddress'
import { isStorable } from '@/domain/typedText'
import { unstorablePath } from '@/domain/unstorable'

interface InputIssue {
  path: string
  message: string
}

type Data = Record<string, unknown>

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

const ILL_FORMED = 'contains a character that cannot be stored (NUL or half of a surrogate pair).'

const illFormed = (text: string): string | undefined => (isStorable(text) ? undefined : ILL_FORMED)

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

type Judge = (field: Field, value: unknown) => string | undefined

const limitIssue: Judge = (field, value) => {
  if (TEXT_TYPES.includes(field.type)) return textIssue(field, value)
  return field.type === 'richText' ? richTextIssue(field, value) : undefined
}

/** What may not be stored, each with the path of its field. Only fields that are present are looked at. */
export function inputIssues(
  fields: Field[],
  data: Data,
  judge: Judge = limitIssue,
  prefix = '',
): InputIssue[] {
  return fields.flatMap((field): InputIssue[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? nested(tab.fields, data[tab.name], judge, `${prefix}${tab.name}.`)
          : inputIssues(tab.fields, data, judge, prefix),
      )
    if (!('name' in field) || !field.name)
      return 'fields' in field ? inputIssues(field.fields, data, judge, prefix) : []
    const value = data[field.name]
    const path = prefix + field.name
    const issue = judge(field, value)
    if (issue) return [{ path, message: issue }]
    if (field.type === 'group') return nested(field.fields, value, judge, `${path}.`)
    if (field.type === 'array' && Array.isArray(value)) {
      const max = field.maxRows ?? 1000
      if (value.length > max) return [{ path, message: `has more than ${max} rows.` }]
      return value.flatMap((row, index) => nested(field.fields, row, judge, `${path}.${index}.`))
    }
    return []
  })
}

const nested = (fields: Field[], value: unknown, judge: Judge, prefix: string): InputIssue[] =>
  isData(value) ? inputIssues(fields, value, judge, prefix) : []

const TOO_DEEP = `The data is nested deeper than ${MAX_JSON_DEPTH} levels.`

/** @throws when it is not what the fields keep, before any hook relies on it */
function checkShape(slug: string, fields: Field[], data: unknown, req: PayloadRequest): void {
  requireData(data)
  if (isValueDeeperThan(MAX_JSON_DEPTH, data)) throw new APIError(TOO_DEEP, 400, undefined, true)
  // Of a rich text the field is named, not the node.
  const unstorable = unstorablePath(data)?.split('.root')[0]
  const issues = inputIssues(fields, data, shapeIssue)
  const first = unstorable === undefined ? [] : [{ path: unstorable, message: ILL_FORMED }]
  refuse(slug, [...first, ...issues.filter(({ path }) => path !== unstorable)], req)
}

const WRITING = ['create', 'update']

const checkArguments: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const given = args as { data?: unknown; duplicateFromID?: unknown; id?: unknown }
  for (const id of [given.id, given.duplicateFromID])
    if (id !== undefined && !isRowId(id)) throw new NotFound(req.t)
  if (operation === 'restoreVersion' && !collection.versions) throw new NotFound(req.t)
  const copies = given.duplicateFromID !== undefined
  if (WRITING.includes(operation) && !(copies && given.data === undefined))
    checkShape(collection.slug, collection.fields, given.data, req)
  // When a row was made and saved is nobody's to say.
  if (req.payloadAPI !== 'REST' || !isData(given.data)) return args
  const { createdAt: _, updatedAt: __, ...data } = given.data
  return { ...args, data } as typeof args
}

const check = (slug: string, fields: Field[], data: unknown, req: PayloadRequest): void => {
  if (isData(data)) refuse(slug, inputIssues(fields, data), req)
}

/** Adds the limits to a collection. */
export const guarded = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [checkArguments, ...(config.hooks?.beforeOperation ?? [])],
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
    beforeOperation: [
      ({ args, global, operation, req }) => {
        const { data } = args as { data?: unknown }
        if (operation === 'update') checkShape(global.slug, global.fields, data, req)
        return args
      },
      ...(config.hooks?.beforeOperation ?? []),
    ],
    beforeValidate: [
      ({ data, req }) => {
        check(config.slug, config.fields, data, req)
        return data
      },
    ],
  },
})
