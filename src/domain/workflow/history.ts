// Tells what happened to a document, oldest first: the stored versions and the recorded events as one story.
import type { Instant } from '../time/instant'
import type { Id } from './subject'
import { RULES, type Effect, type WorkflowEvent } from './table'

/** A stored version; a series of automatic saves is one, rewritten in place. */
export interface StoredSave {
  id: Id
  /** Null: a command, or the site itself. */
  who: Id | null
  /** When it was made and when it was last written. */
  since: Instant
  when: Instant
  status: 'draft' | 'published'
}

export interface PastEvent {
  what: WorkflowEvent
  when: Instant
  /** The number of the working version it was about. */
  version: number
}

/** What one person saved without anybody or anything between, and without a long pause. */
interface Saved {
  entry: 'saved'
  who: Id | null
  since: Instant
  when: Instant
  /** `published`: an event of another document took it along. */
  status: StoredSave['status']
  /** Of the last of its saves: the one to compare and to restore. */
  versionId: Id
  /** Stored versions in it. */
  saves: number
  /** It brought an old version back; such a save is never one with others. */
  restored: boolean
  /** The number of the working version, where an event tells it. */
  version: number | null
}

interface Happened<Event> {
  entry: 'event'
  event: Event
  when: Instant
  /** The version below is the one that it made and that went live. */
  wentLive: boolean
  /** The version that the event was about. Null when there is none. */
  versionId: Id | null
}

export type HistoryEntry<Event extends PastEvent> = Saved | Happened<Event>

/** A longer pause ends a stretch of saves: an hour. */
const PAUSE = 3_600_000

const eventsThat = (effect: Effect): readonly WorkflowEvent[] =>
  RULES.filter(({ does }) => does.includes(effect)).map(({ event }) => event)

const GO_LIVE = eventsThat('goLive')
/** Each of these makes a version of its own. */
const MAKE_VERSIONS = [...GO_LIVE, ...eventsThat('drop')]

const time = (instant: Instant): number => new Date(instant).getTime()

interface Save extends StoredSave {
  restored: boolean
}

const belongs = (last: Saved, save: Save): boolean =>
  !last.restored &&
  !save.restored &&
  last.status === 'draft' &&
  save.status === 'draft' &&
  last.who === save.who &&
  time(save.since) - time(last.when) <= PAUSE

const savedBy = ({ id, who, since, when, status, restored }: Save): Saved => ({
  entry: 'saved',
  who,
  since,
  when,
  status,
  restored,
  versionId: id,
  saves: 1,
  version: null,
})

/**
 * @param saves oldest first
 * @param events oldest first
 * @param version the number of the working version now
 */
export function historyOf<Event extends PastEvent>(
  saves: readonly StoredSave[],
  events: readonly Event[],
  version: number,
): HistoryEntry<Event>[] {
  const entries: HistoryEntry<Event>[] = []
  let next = 0
  let latest: StoredSave | undefined
  const take = (save: StoredSave): Save => {
    // Payload gives a restored version the date on which its document was made.
    const restored = latest !== undefined && time(save.since) < time(latest.when)
    latest = save
    next++
    return { ...save, restored, since: restored ? save.when : save.since }
  }
  const add = (save: Save) => {
    const last = entries.at(-1)
    if (last?.entry !== 'saved' || !belongs(last, save)) entries.push(savedBy(save))
    else Object.assign(last, { when: save.when, versionId: save.id, saves: last.saves + 1 })
  }
  const know = (number: number) => {
    const last = entries.at(-1)
    if (last?.entry === 'saved') last.version = number
  }
  for (const event of events) {
    for (let save = saves[next]; save && time(save.when) <= time(event.when); save = saves[next])
      add(take(save))
    know(event.version)
    const own = MAKE_VERSIONS.includes(event.what) ? saves[next] : undefined
    const versionId = (own ? take(own) : latest)?.id ?? null
    const wentLive = own !== undefined && GO_LIVE.includes(event.what)
    entries.push({ entry: 'event', event, when: event.when, wentLive, versionId })
  }
  for (let save = saves[next]; save; save = saves[next]) add(take(save))
  know(version)
  return entries
}

/** The version that went live last, whether or not readers still get it. */
export const lastPublished = <Event extends PastEvent>(
  entries: readonly HistoryEntry<Event>[],
): Id | null =>
  entries.findLast((entry) =>
    entry.entry === 'event' ? entry.wentLive : entry.status === 'published',
  )?.versionId ?? null
