// Sets hard limits on everything that is stored, drafts too: Payload skips its own validation when it saves a draft.
import {
  APIError,
  NotFound,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Field,
  type GlobalConfig,
  type PayloadRequest,
} from 'payload'
import { richTextIssue } from '@/cms/fields/richText'
import { requireData, shapeIssue } from './checkShape'
import { NO_ADDRESS } from '@/cms/wording/fields'
import { refuse } from '../refuse'
import { tidied } from './tidyInput'
import { unreadableCharacter, unreadableInName } from '@/domain/text/characters'
import { isData } from '@/domain/values/isData'
import { isValueDeeperThan, MAX_JSON_DEPTH } from '@/domain/http/jsonDepth'
import { LIMITS } from '@/domain/access/limits'
import { safeUrl } from '@/domain/text/links'
import { isRowId } from '@/domain/values/rowId'
import { unstorablePath } from '@/domain/text/unstorable'

interface InputIssue {
  path: string
  message: string
}

type Data = Record<string, unknown>

const UNREADABLE =
  'contains a character that no page can show (a control character, half of a surrogate pair or no character at all).'

const isNamed = (field: Field): boolean => 'custom' in field && field.custom?.name === true

const unreadable = (field: Field, text: string): string | undefined => {
  const character = isNamed(field) ? unreadableInName(text) : unreadableCharacter(text)
  return (
    character &&
    `contains ${character}, which ${isNamed(field) ? 'no name may hold' : 'no page can show'}. Take it out.`
  )
}

const tooLong = (length: number, max: number): string | undefined =>
  length > max ? `has ${length} characters; at most ${max} are allowed.` : undefined

const unsafe = (url: string): string | undefined => (safeUrl(url) === null ? NO_ADDRESS : undefined)

function textIssue(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  // A list of its own values is Payload's to check; anything else would be stored as some text of it.
  if (typeof value !== 'string')
    return 'hasMany' in field && field.hasMany ? undefined : 'must be a text.'
  const max = 'maxLength' in field && field.maxLength ? field.maxLength : LIMITS.url
  const isUrl = value !== '' && 'custom' in field && field.custom?.url === true
  return (
    unreadable(field, value) ?? tooLong(value.length, max) ?? (isUrl ? unsafe(value) : undefined)
  )
}

const TEXT_TYPES = ['text', 'textarea', 'email', 'code', 'select']

type Judge = (field: Field, value: unknown) => string | undefined

const limitIssue: Judge = (field, value) => {
  if (TEXT_TYPES.includes(field.type)) return textIssue(field, value)
  if (value === null || value === undefined) return undefined
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

/**
 * @returns the data as the fields store it
 * @throws when it is not what they store, before any hook relies on it
 */
function checkShape(slug: string, fields: Field[], given: unknown, req: PayloadRequest): Data {
  requireData(given)
  if (isValueDeeperThan(MAX_JSON_DEPTH, given)) throw new APIError(TOO_DEEP, 400, undefined, true)
  const data = tidied(fields, given)
  const issues = inputIssues(fields, data, (field, value) =>
    typeof value === 'string' && TEXT_TYPES.includes(field.type)
      ? unreadable(field, value)
      : shapeIssue(field, value),
  )
  // What belongs to no field, or to one of Payload's own.
  const path = issues.length > 0 ? undefined : unstorablePath(data)
  refuse(slug, path === undefined ? issues : [{ path, message: UNREADABLE }], req)
  return data
}

const WRITING = ['create', 'update']

const checkArguments: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const given = args as { data?: unknown; duplicateFromID?: unknown; id?: unknown }
  for (const id of [given.id, given.duplicateFromID])
    if (id !== undefined && !isRowId(id)) throw new NotFound(req.t)
  if (operation === 'restoreVersion' && !collection.versions) throw new NotFound(req.t)
  const copies = given.duplicateFromID !== undefined
  if (!WRITING.includes(operation) || (copies && given.data === undefined)) return args
  const data = checkShape(collection.slug, collection.fields, given.data, req)
  if (req.payloadAPI !== 'REST') return { ...args, data } as typeof args
  // No request says when a row was made and saved.
  const { createdAt: _, updatedAt: __, ...said } = data
  return { ...args, data: said } as typeof args
}

const checkLimits = (slug: string, fields: Field[], data: unknown, req: PayloadRequest): void => {
  if (isData(data)) refuse(slug, inputIssues(fields, data), req)
}

/** Adds the limits to a collection. */
export const guardCollection = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [checkArguments, ...(config.hooks?.beforeOperation ?? [])],
    beforeValidate: [
      ({ data, req }) => {
        checkLimits(config.slug, config.fields, data, req)
        return data
      },
      ...(config.hooks?.beforeValidate ?? []),
    ],
  },
})

/** Adds the limits to a global. */
export const guardGlobal = (config: GlobalConfig): GlobalConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [
      ({ args, global, operation, req }) => {
        const { data } = args as { data?: unknown }
        if (operation !== 'update') return args
        return { ...args, data: checkShape(global.slug, global.fields, data, req) }
      },
      ...(config.hooks?.beforeOperation ?? []),
    ],
    beforeValidate: [
      ({ data, req }) => {
        checkLimits(config.slug, config.fields, data, req)
        return data
      },
    ],
  },
})
