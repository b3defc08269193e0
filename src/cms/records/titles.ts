// Finds the titles of documents for lists: those of their working versions.
import type { Payload } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import { WRITTEN } from './blank'
import { KINDS } from './rows'

export interface DocumentKey {
  kind: Kind
  id: Id
}

/** Finds a document's title; undefined for one that is gone, lies in the trash, or is a form that no editor has written into. */
export type TitleOf = (document: DocumentKey) => string | undefined

const makeDocumentKey = ({ kind, id }: DocumentKey): string => `${kind}/${id}`

/** Reads past access: ask it only for documents that the account may know of. */
export async function titlesOf(
  payload: Payload,
  documents: readonly DocumentKey[],
): Promise<TitleOf> {
  const titles = new Map<string, string>()
  for (const kind of KINDS) {
    const ids = documents.filter((document) => document.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    const { docs } = await payload.find({
      collection: kind,
      where: { and: [{ id: { in: [...new Set(ids)] } }, WRITTEN] },
      draft: true,
      depth: 0,
      pagination: false,
    })
    for (const doc of docs) {
      const title = 'question' in doc ? doc.question : 'title' in doc ? doc.title : null
      titles.set(makeDocumentKey({ kind, id: doc.id }), title || 'Without a title')
    }
  }
  return (document) => titles.get(makeDocumentKey(document))
}
