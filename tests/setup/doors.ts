// What the tests of the doors look at: a document as it is stored, its newest version, and whether an answer is a refusal.
import type { Payload } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'

/** What nobody may change by the way: what readers get, and the state. */
export async function stored(payload: Payload, kind: Kind, id: Id) {
  const { docs } = await payload.find({
    collection: 'workflows',
    where: { and: [{ kind: { equals: kind } }, { document: { equals: id } }] },
  })
  const live = await payload.find({
    ...{ collection: kind, where: { id: { equals: id } }, trash: true, depth: 0 },
  })
  const { title, question, _status } = live.docs[0] as unknown as Record<string, unknown>
  const { state, live: isLive, version } = docs[0]!
  return { shown: title ?? question, _status, state, isLive, version }
}

/** The id of the newest version. */
export const latestVersion = async (payload: Payload, kind: Kind, id: Id) => {
  const { docs } = await payload.findVersions({
    collection: kind,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
  })
  return docs[0]?.id
}

/** Bulk answers are 200 or 400 with the errors of each document. */
export const isRefused = ({ status, body }: { status: number; body: object }): boolean =>
  status >= 400 || ('errors' in body && (body.errors as unknown[]).length > 0)
