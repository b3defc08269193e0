// An article and what is new in it go live together: its FAQ items and Read Also links that were never published.
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { isEmptyRichText } from '@/domain/plainText'
import type { Article, FaqItem } from '@/payload-types'

const idOf = (row: number | { id: number }): number => (typeof row === 'object' ? row.id : row)

const neverPublished = async <Slug extends 'faq-items' | 'read-also-links'>(
  collection: Slug,
  rows: (number | { id: number })[] | null | undefined,
  req: PayloadRequest,
) => {
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [{ id: { in: (rows ?? []).map(idOf) } }, { _status: { equals: 'draft' } }],
    },
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

const isComplete = ({ question, answer }: FaqItem): boolean =>
  Boolean(question?.trim()) && answer != null && !isEmptyRichText(answer)

/** What is incomplete stays a draft, and readers do not see it. */
export const publishTogether: CollectionAfterChangeHook<Article> = async ({ doc, req }) => {
  if (doc._status !== 'published') return doc
  const data = { _status: 'published' } as const
  for (const item of await neverPublished('faq-items', doc.faqItems, req)) {
    const { payload } = req
    const working = await payload.findByID({
      collection: 'faq-items',
      id: item.id,
      draft: true,
      depth: 0,
      req,
    })
    if (isComplete(working))
      await payload.update({ collection: 'faq-items', id: item.id, data, req })
  }
  for (const link of await neverPublished('read-also-links', doc.readAlsoLinks, req))
    await req.payload.update({ collection: 'read-also-links', id: link.id, data, req })
  return doc
}
