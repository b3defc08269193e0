// Shows in a notice what changed in the text: from what readers have, or from what was last handed back.
import { createLocalReq, type Payload } from 'payload'
import { KIND_WORDS } from '@/cms/wording/workflow'
import { compareWords } from '@/cms/wording/compareWords'
import { differencesInWords, documentInWords, type Naming } from '@/cms/wording/differences'
import { namingOf } from '@/cms/access/namesOfRows'
import { documentDifferences, documentReferences } from '@/domain/differences/documentDifferences'
import type { Reference } from '@/domain/differences/blocks'
import type { Occasion } from '@/domain/workflow/notices'
import type { Notice, User } from '@/payload-types'
import { comparedAt, type Change } from './comparedTexts'
import { occasionOf } from './describe'
import type { Contents } from './letter'

/** Occasions at which somebody asks: what is this text now? */
const COMPARED: readonly Occasion[] = [
  ...(['submit', 'requestChanges', 'approveAsExpert', 'approve'] as const),
  ...(['publish', 'forcePublish', 'assign'] as const),
]

/** Characters of a text that has nothing to be compared with. */
const OPENING = 2000
/** Characters of all changes together. */
const LONGEST = 6000

function bounded(entries: readonly string[]): string {
  const shown: string[] = []
  let length = 0
  for (const entry of entries) {
    length += entry.length
    if (length > LONGEST && shown.length > 0) break
    shown.push(entry)
  }
  const left = entries.length - shown.length
  return [...shown, ...(left > 0 ? [`… and ${left} more.`] : [])].join('\n\n')
}

const opening = (text: string): string =>
  text.length > OPENING ? `${text.slice(0, OPENING).toWellFormed()}…` : text

/**
 * The differences that the panel shows, in words; null where the occasion is not about the text.
 * @param reader names only what this account may read
 */
export async function changesOf(
  payload: Payload,
  notice: Notice,
  reader: User,
): Promise<Contents['changes']> {
  if (!COMPARED.includes(occasionOf(notice))) return null
  const req = await createLocalReq({ user: { ...reader, collection: 'users' } }, payload)
  const compared = await comparedAt(notice, req)
  if (!compared) return null
  const { change, bundle, isLive } = compared
  const naming = await namingOf(referencesIn([change, ...bundle]), req)
  const withIt = bundle.flatMap((part) => partInWords(part, naming))
  if (!change.before) {
    const text = opening(documentInWords(change.kind, change.after, naming))
    return { heading: 'The text', text: bounded([text, ...withIt]) }
  }
  return {
    heading: isLive ? 'What changed for readers' : 'What changed since the last time',
    text: bounded([...changeInWords(change, naming), ...withIt]) || 'Nothing.',
  }
}

const referencesIn = (changes: readonly Change[]): Reference[] =>
  changes.flatMap(({ after, before, id, kind }) => [
    { collection: kind, id },
    ...documentReferences(kind, before ?? {}),
    ...documentReferences(kind, after),
  ])

const changeInWords = ({ after, before, kind }: Change, { nameOf, timeZone }: Naming): string[] => {
  const means = { compare: compareWords, nameOf }
  return differencesInWords(documentDifferences(kind, before ?? {}, after, means), timeZone)
}

function partInWords(part: Change, naming: Naming): string[] {
  const { id, kind } = part
  const changes = changeInWords(part, naming)
  const name = naming.nameOf({ collection: kind, id })
  return changes.length > 0 ? [`With it, the ${KIND_WORDS[kind]} “${name}”:`, ...changes] : []
}
