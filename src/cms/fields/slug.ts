// Defines the last part of a public address of a category, a topic or an author: made from the name in Latin letters, or typed in any.
import type { CollectionBeforeChangeHook, CollectionSlug, Field, PayloadRequest } from 'payload'
import { NOT_BY_REQUEST } from '@/cms/access/access'
import { refuse } from '@/cms/fields/refuse'
import { pathMessage } from '@/cms/wording/fields'
import { findNaming } from '@/cms/records/findNaming'
import { LIMITS } from '@/domain/access/limits'
import { candidates, nextAddress } from '@/domain/addresses/madeAddress'
import { normalizeSlug, slugIssues } from '@/domain/addresses/paths'

/** Written by `assignSlug`; a copy has a slug of its own. */
export const slug: Field[] = [
  {
    name: 'slug',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    maxLength: LIMITS.encodedSlug,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      components: { Field: '/cms/admin/ui/PathField#PathField' },
      description:
        'The last part of its address. It follows the name until you write it yourself, or a live article names it.',
    },
  },
  { name: 'slugIsFixed', type: 'checkbox', access: NOT_BY_REQUEST, admin: { hidden: true } },
]

interface Named {
  id: number
  name?: string | null
  slug?: string | null
  slugIsFixed?: boolean | null
}

async function findFree(
  collection: CollectionSlug,
  words: string,
  own: number | undefined,
  req: PayloadRequest,
): Promise<string> {
  for (let from = 0; ; from++) {
    const slugs = candidates(words, from)
    const { docs } = await req.payload.db.find<Named>({
      collection,
      where: { slug: { in: slugs } },
      pagination: false,
      limit: 0,
      req,
      select: { slug: true },
    })
    const taken = new Set(docs.filter(({ id }) => id !== own).map((row) => row.slug))
    const free = slugs.find((candidate) => !taken.has(candidate))
    if (free) return free
  }
}

/** The slug follows the name until an editor writes it by hand or a live article names the row. What is written has any letters that a path may have. */
export const assignSlug: CollectionBeforeChangeHook<Named> = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  // Of a copy Payload gives what was copied.
  const before = operation === 'create' ? undefined : originalDoc
  const isRenamed = before !== undefined && data.name !== before.name
  const naming = isRenamed && (await findNaming(collection.slug as CollectionSlug, before.id, req))
  const stored = before && {
    title: before.name,
    address: before.slug,
    isFixed: before.slugIsFixed === true,
    wasLive: naming !== false && naming.documents.some(({ in: where }) => where === 'live'),
  }
  const next = nextAddress(stored, {
    title: data.name,
    address: data.slug && normalizeSlug(data.slug),
  })
  data.slugIsFixed = next.isFixed
  if ('make' in next)
    data.slug = await findFree(collection.slug as CollectionSlug, next.make, before?.id, req)
  else if ('keep' in next) {
    data.slug = next.keep
    const issues = next.keep === before?.slug ? [] : slugIssues(next.keep)
    const errors = issues.map((issue) => ({ path: 'slug', message: pathMessage(issue) }))
    refuse(collection.slug, errors, req)
  }
  return data
}
