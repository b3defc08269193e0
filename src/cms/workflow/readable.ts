// A stored value as an editor reads it: words and titles, never ids or JSON.
import type { Field, PayloadRequest } from 'payload'
import { readableText, type NameOf } from '@/domain/readableText'
import { referenceIds } from '@/domain/richTextWalk'

type Reader = (value: unknown, nameOf: NameOf) => string

const lines = (texts: string[], between: string): string =>
  texts.filter((text) => text !== '').join(between)

const plain: Reader = (value) =>
  typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)

function row(fields: Field[], value: unknown, nameOf: NameOf): string {
  const stored = (value ?? {}) as Record<string, unknown>
  const texts = fields.map((field) =>
    'name' in field
      ? readable(field, stored[field.name], nameOf)
      : 'fields' in field
        ? row(field.fields, stored, nameOf)
        : '',
  )
  return lines(texts, ', ')
}

function readerOf(field: Field): Reader {
  if (field.type === 'richText') return (value, nameOf) => readableText(value as never, nameOf)
  if (field.type === 'array')
    return (value, nameOf) =>
      Array.isArray(value)
        ? lines(
            value.map((each) => row(field.fields, each, nameOf)),
            '\n',
          )
        : ''
  if (
    (field.type === 'relationship' || field.type === 'upload') &&
    !Array.isArray(field.relationTo)
  ) {
    const collection = field.relationTo
    return (value, nameOf) =>
      referenceIds(value)
        .map((id) => nameOf(collection, id))
        .join(', ')
  }
  if (field.type === 'checkbox') return (value) => (value === true ? 'yes' : 'no')
  if (field.type === 'date') return (value) => String(value).slice(0, 10)
  if (field.type === 'select')
    return (value) => {
      const option = field.options.find((each) => typeof each === 'object' && each.value === value)
      return typeof option === 'object' && typeof option.label === 'string'
        ? option.label
        : plain(value, String)
    }
  return plain
}

/** Empty for what is not there. */
export const readable = (field: Field, value: unknown, nameOf: NameOf): string =>
  value === null || value === undefined || value === '' ? '' : readerOf(field)(value, nameOf)

/**
 * Titles of everything that reading asks for; of what the reader may not read, only that it is there.
 * @param read is run twice: first to learn which rows it asks for
 */
export async function withNames<Result>(
  read: (nameOf: NameOf) => Result,
  req: PayloadRequest,
): Promise<Result> {
  const asked = new Map<string, Set<number>>()
  read((collection, id) => {
    asked.set(collection, (asked.get(collection) ?? new Set()).add(id))
    return ''
  })
  const names = new Map<string, string>()
  for (const [collection, ids] of asked) {
    const { config } = req.payload.collections[collection as 'articles']
    const { docs } = await req.payload.find({
      collection: config.slug as 'articles',
      where: { id: { in: [...ids] } },
      draft: Boolean(config.versions?.drafts),
      depth: 0,
      pagination: false,
      overrideAccess: !req.user,
      user: req.user,
      req,
    })
    const title = config.admin.useAsTitle ?? 'id'
    for (const doc of docs) {
      const name = (doc as unknown as Record<string, unknown>)[title]
      if (typeof name === 'string') names.set(`${collection} ${doc.id}`, name)
    }
  }
  return read((collection, id) => names.get(`${collection} ${id}`) ?? `no. ${id}`)
}
