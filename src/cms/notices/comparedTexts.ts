// Finds the two texts that a notice compares, and what came with them, as they were at the moment of the notice.
import type { PayloadRequest, Where } from 'payload'
import { storedVersion } from '@/cms/records/storedVersion'
import { documentReferences, type StoredVersion } from '@/domain/differences/documentDifferences'
import type { Id, Kind } from '@/domain/workflow/subject'
import type { Notice } from '@/payload-types'

interface DocumentOf {
  kind: Kind
  id: Id
}

/** The newest version at the moment, or the newest of those that readers got; undefined when there was none. */
async function textAt(
  document: DocumentOf,
  moment: string,
  req: PayloadRequest,
  ...filter: Where[]
): Promise<StoredVersion | undefined> {
  const before = { updatedAt: { less_than_equal: moment } }
  return (await storedVersion<StoredVersion>(document, req, before, ...filter))?.version
}

const liveAt = (document: DocumentOf, moment: string, req: PayloadRequest) =>
  textAt(document, moment, req, { 'version._status': { equals: 'published' } })

/** When the text last went back to its author, before the notice. */
async function handedBack(
  { createdAt, document, kind }: Notice,
  { payload }: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection: 'workflow-events',
    where: {
      and: [
        { kind: { equals: kind } },
        { document: { equals: document } },
        { what: { in: ['requestChanges', 'recall'] } },
        { when: { less_than: createdAt } },
      ],
    },
    sort: '-id',
    limit: 1,
    depth: 0,
  })
  return docs[0]?.when
}

export interface Change extends DocumentOf {
  /** Undefined when there is nothing to compare with. */
  before: StoredVersion | undefined
  after: StoredVersion
}

/** What an article shows in a text that readers had not got yet: it is reviewed and goes live with the article. */
async function bundleAt(
  after: StoredVersion,
  { createdAt, kind }: Notice,
  since: string | undefined,
  req: PayloadRequest,
): Promise<Change[]> {
  if (kind !== 'articles') return []
  const changes: Change[] = []
  for (const { collection, id } of documentReferences(kind, after)) {
    if (collection !== 'faq-items' && collection !== 'read-also-links') continue
    const part = { kind: collection, id }
    const live = await liveAt(part, createdAt, req)
    const now = await textAt(part, createdAt, req)
    const then = since === undefined ? live : await textAt(part, since, req)
    if (now && now._status !== 'published') changes.push({ ...part, before: then, after: now })
  }
  return changes
}

export interface Compared {
  change: Change
  bundle: Change[]
  /** Compared with what readers have; otherwise with what went back to its author. */
  isLive: boolean
}

/** Undefined when there was no text at that moment. */
export async function comparedAt(
  notice: Notice,
  req: PayloadRequest,
): Promise<Compared | undefined> {
  const { createdAt, document: id, kind } = notice
  const after = await textAt({ kind, id }, createdAt, req)
  if (after === undefined) return undefined
  const live = await liveAt({ kind, id }, createdAt, req)
  const since = live === undefined ? await handedBack(notice, req) : undefined
  const before = since === undefined ? live : await textAt({ kind, id }, since, req)
  const bundle = await bundleAt(after, notice, since, req)
  return { change: { kind, id, before, after }, bundle, isLive: live !== undefined }
}
