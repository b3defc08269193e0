// Adds to a document that is read which version it is, for a save or an event to begin from.
import type { CollectionAfterReadHook, CollectionBeforeOperationHook } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import { findRows } from '../../records/rows'

const makeRowKey = (kind: string, id: unknown): string => `${kind}/${id}`

/**
 * Read before the text is: a save in between makes the text newer than its number, and the next save is refused without
 * need; the other way round it would go over what was never seen. Only the working version has the number. Without
 * `draft` the row is another text, except where the working version is what readers get.
 */
export const noteReading: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { draft, id } = args as { draft?: boolean; id?: Id | string }
  if (operation !== 'read' || id === undefined || !req.user) return args
  const [row] = await findRows(collection.slug as Kind, [Number(id)], req)
  const isWorking = draft === true || row?.state === 'published'
  req.context.readVersions = {
    ...req.context.readVersions,
    [makeRowKey(collection.slug, id)]: isWorking ? row?.version : undefined,
  }
  return args
}

export const addVersion: CollectionAfterReadHook = ({ collection, context, doc, findMany }) => {
  const version = findMany ? undefined : context.readVersions?.[makeRowKey(collection.slug, doc.id)]
  return version === undefined ? doc : { ...doc, workflowVersion: version }
}
