// Refuses a write that names rows which are not there for its account. A bulk edit is checked beforehand: what one document could
// not store would undo all of them, with no word of why.
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  PayloadRequest,
} from 'payload'
import { isCommand } from '@/cms/access/role'
import { visibleIds } from '@/cms/access/visibleIds'
import { isData } from '@/domain/values/isData'
import { bodyReferences } from '@/domain/articles/links/references'
import { isRowId } from '@/domain/values/rowId'
import { inputIssues } from './guardInput'
import { refuse } from '../refuse'

type Data = Record<string, unknown>

type Named = { collection: CollectionSlug; ids: number[] }[]

/** Also as a form sends them, in which every id is a text. */
function idsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (isData(value)) return idsIn('relationTo' in value ? value.value : value.id)
  return isRowId(value) ? [Number(value)] : []
}

/** The rows that a value names; of a value that names several collections at once (a lock's), none. */
function rowsNamedBy(field: Field, value: unknown): Named {
  if (field.type === 'richText' && isData(value)) {
    const { faqItems, readAlsoLinks, media, articles } = bodyReferences(value as never)
    return [
      { collection: 'faq-items', ids: faqItems },
      { collection: 'read-also-links', ids: readAlsoLinks },
      { collection: 'media', ids: media },
      { collection: 'articles', ids: articles },
    ]
  }
  const isOne = field.type === 'relationship' || field.type === 'upload'
  if (!isOne || typeof field.relationTo !== 'string') return []
  return [{ collection: field.relationTo, ids: idsIn(value) }]
}

type NamedBy = (field: Field, value: unknown) => Named

/** Every row that the fields of a document name. */
function namedIn(fields: Field[], data: Data, namedBy: NamedBy): Named {
  const named: Named = []
  inputIssues(fields, data, (field, value) => {
    named.push(...namedBy(field, value))
    return undefined
  })
  return named
}

const keysOf = (named: Named): string[] =>
  named.flatMap(({ collection, ids }) => ids.map((id) => `${collection}/${id}`))

/** The keys of those that are not there for the caller. */
async function findMissing(named: Named, req: PayloadRequest): Promise<Set<string>> {
  const missing = new Set<string>()
  for (const collection of new Set(named.map((one) => one.collection))) {
    const all = named.flatMap((one) => (one.collection === collection ? one.ids : []))
    const ids = [...new Set(all)]
    const there = await visibleIds(collection, ids, req)
    const lost = ids.filter((id) => !there.includes(id))
    for (const key of keysOf([{ collection, ids: lost }])) missing.add(key)
  }
  return missing
}

/** @param known named already by the document as it is stored */
async function refuseMissing(
  { fields, slug }: Pick<CollectionConfig, 'fields' | 'slug'>,
  { data, known, namedBy }: { data: Data; known: Named; namedBy: NamedBy },
  req: PayloadRequest,
): Promise<void> {
  const isKnown = new Set(keysOf(known))
  const named = namedIn(fields, data, namedBy)
    .map(({ collection, ids }) => ({
      collection,
      ids: ids.filter((id) => !isKnown.has(`${collection}/${id}`)),
    }))
    .filter(({ ids }) => ids.length > 0)
  const missing = await findMissing(named, req)
  const judge = (field: Field, value: unknown) =>
    keysOf(namedBy(field, value)).some((key) => missing.has(key))
      ? 'names a row that is not there.'
      : undefined
  refuse(slug, missing.size > 0 ? inputIssues(fields, data, judge) : [], req)
}

/** Before any document of a bulk edit is written. */
const checkBulk: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { data, id } = args as { data?: unknown; id?: unknown }
  // An old version may name what is gone since: it is brought back as it was.
  const restores = operation === 'restoreVersion'
  req.context.restores = { ...req.context.restores, [collection.slug]: restores }
  if (operation !== 'update' || id !== undefined || !isData(data)) return args
  await refuseMissing(collection, { data, known: [], namedBy: rowsNamedBy }, req)
  return args
}

/** Of a rich text the checklist says what is missing: an editor who pastes one that names what is gone loses no words. */
const namedByField: NamedBy = (field, value) =>
  field.type === 'richText' ? [] : rowsNamedBy(field, value)

/**
 * A row that the caller may not see answers as one that never was. What the document names already it may go on naming:
 * the panel sends every field.
 */
const checkOne: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (isCommand(req) || req.context.restores?.[collection.slug]) return data
  const known = namedIn(collection.fields, (originalDoc ?? {}) as Data, namedByField)
  await refuseMissing(collection, { data: data as Data, known, namedBy: namedByField }, req)
  return data
}

/** Adds it to a collection, inside of what looks at the shape. */
export const requireRows = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [checkBulk, ...(config.hooks?.beforeOperation ?? [])],
    beforeChange: [checkOne, ...(config.hooks?.beforeChange ?? [])],
  },
})
