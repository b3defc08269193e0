// What a notice shows of the text: what changed from what readers have, or from what was last handed back.
import type { Payload, Where } from 'payload'
import type { Occasion } from '@/domain/workflow/notices'
import type { Notice } from '@/payload-types'
import { changesText } from './changesText'
import { occasionOf } from './describe'
import { documentText } from './documentText'
import type { Contents } from './letter'

/** Occasions at which somebody asks: what is this text now? */
const COMPARED: readonly Occasion[] = [
  ...(['submit', 'requestChanges', 'approveAsExpert', 'approve'] as const),
  ...(['publish', 'forcePublish', 'assign'] as const),
]

/** Characters of a text that has nothing to be compared with. */
const OPENING = 2000

/** The newest version at the moment, or the newest of those that readers got; undefined when there was none. */
async function textAt(
  payload: Payload,
  { document, kind }: Notice,
  moment: string,
  filter: Where[] = [],
): Promise<string | undefined> {
  const { docs } = await payload.findVersions({
    collection: kind,
    where: {
      and: [
        { parent: { equals: document } },
        { updatedAt: { less_than_equal: moment } },
        ...filter,
      ],
    },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
  })
  return docs[0] && documentText(kind, docs[0].version)
}

/** When the text last went back to its author, before the notice. */
async function handedBack(
  payload: Payload,
  { createdAt, document, kind }: Notice,
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

const opening = (text: string): string =>
  text.length > OPENING ? `${text.slice(0, OPENING).toWellFormed()}…` : text

/** Null where the occasion is not about the text. */
export async function changesOf(payload: Payload, notice: Notice): Promise<Contents['changes']> {
  if (!COMPARED.includes(occasionOf(notice))) return null
  const after = await textAt(payload, notice, notice.createdAt)
  if (after === undefined) return null
  const live = await textAt(payload, notice, notice.createdAt, [
    { 'version._status': { equals: 'published' } },
  ])
  const since = live === undefined ? await handedBack(payload, notice) : undefined
  const before = live ?? (since && (await textAt(payload, notice, since)))
  if (before === undefined) return { heading: 'The text', text: opening(after) }
  return {
    heading: live === undefined ? 'What changed since the last time' : 'What changed for readers',
    text: changesText(before, after) || 'Nothing in its own text.',
  }
}
