// A bulk edit names rows that are there: what one document could not store would undo all of them, with no word of why.
import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  PayloadRequest,
} from 'payload'
import { isData } from '@/domain/isData'
import { bodyReferences } from '@/domain/references'
import { referenceIds } from '@/domain/richTextWalk'
import { inputIssues } from './guardInput'
import { refuse } from './refuse'

type Named = { collection: CollectionSlug; ids: number[] }[]

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
  return [{ collection: field.relationTo, ids: referenceIds(value) }]
}

async function findMissing(
  named: Named,
  { payload, transactionID }: PayloadRequest,
): Promise<(collection: CollectionSlug, id: number) => boolean> {
  const there = new Map<string, number[]>()
  for (const collection of new Set(named.map((one) => one.collection))) {
    const ids = named.flatMap((one) => (one.collection === collection ? one.ids : []))
    const { docs } = await payload.db.find<{ id: number }>({
      ...{ collection, where: { id: { in: ids } }, select: { id: true } },
      ...{ pagination: false, limit: 0, req: { payload, transactionID } as PayloadRequest },
    })
    there.set(
      collection,
      docs.map(({ id }) => id),
    )
  }
  return (collection, id) => !there.get(collection)?.includes(id)
}

const checkRows: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const { data, id } = args as { data?: unknown; id?: unknown }
  if (operation !== 'update' || id !== undefined || !isData(data)) return args
  const named: Named = []
  inputIssues(collection.fields, data, (field, value) => {
    named.push(...rowsNamedBy(field, value).filter(({ ids }) => ids.length > 0))
    return undefined
  })
  if (named.length === 0) return args
  const isMissing = await findMissing(named, req)
  const issues = inputIssues(collection.fields, data, (field, value) =>
    rowsNamedBy(field, value).some((one) => one.ids.some((row) => isMissing(one.collection, row)))
      ? 'names a row that is not there.'
      : undefined,
  )
  refuse(collection.slug, issues, req)
  return args
}

/** Adds it to a collection, inside of what looks at the shape. */
export const namingRows = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [checkRows, ...(config.hooks?.beforeOperation ?? [])],
  },
})
