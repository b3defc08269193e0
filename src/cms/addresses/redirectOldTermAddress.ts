// Redirects the address that a category, a topic or an author had to the one that it has now.
import type { CollectionAfterChangeHook } from 'payload'
import { findNaming } from '@/cms/records/findNaming'
import { authorPath, categoryPath, topicPath } from '@/domain/addresses/paths'

interface Term {
  id: number
  slug: string
}

/** What nothing live names had no readers, and leaves its address without a trace. */
export const redirectOldTermAddress =
  (collection: 'authors' | 'categories' | 'topics'): CollectionAfterChangeHook<Term> =>
  async ({ data, doc, operation, previousDoc, req }) => {
    // As it was stored: of the document a request may ask for some fields only.
    const { slug } = data as Partial<Term>
    if (operation !== 'update' || !slug || previousDoc.slug === slug) return doc
    const { documents } = await findNaming(collection, previousDoc.id, req)
    if (!documents.some(({ in: where }) => where === 'live')) return doc
    const [from, to] = [PATH[collection](previousDoc.slug), PATH[collection](slug)]
    // Of one that had these addresses before: two that redirect to each other are refused.
    const where = { from: { in: [from, to] } }
    await req.payload.delete({ collection: 'redirects', where, req })
    await req.payload.create({
      collection: 'redirects',
      data: { from, to, status: '301', automatic: true },
      req,
    })
    return doc
  }

const PATH = { authors: authorPath, categories: categoryPath, topics: topicPath }
