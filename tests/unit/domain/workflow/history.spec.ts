// Saves and events as one story.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  historyOf,
  lastPublished,
  type PastEvent,
  type StoredSave,
} from '@/domain/workflow/history'

/** A moment so many minutes after noon. */
const at = (minutes: number): string => new Date(Date.UTC(2027, 0, 10, 12, minutes)).toISOString()

const save = (id: number, minutes: number, changes: Partial<StoredSave> = {}): StoredSave => ({
  id,
  who: 1,
  since: at(minutes),
  when: at(minutes),
  status: 'draft',
  ...changes,
})
const event = (what: PastEvent['what'], minutes: number, version: number): PastEvent => ({
  what,
  when: at(minutes),
  version,
})

const story = (saves: StoredSave[], events: PastEvent[] = [], version = 9) =>
  historyOf(saves, events, version).map((entry) =>
    entry.entry === 'saved'
      ? `${entry.who} saved ${entry.saves}, ends with ${entry.versionId}`
      : `${entry.event.what} of ${entry.versionId}`,
  )

describe('historyOf', () => {
  it('counts the version that a discard makes as its own, and not as one that went live', () => {
    const saves = [
      save(1, 0, { status: 'published' }),
      save(2, 5),
      save(3, 7, { status: 'published', who: 2 }),
    ]
    const entries = historyOf(saves, [event('discard', 6, 4)], 5)
    expect(entries.map(({ versionId }) => versionId)).toEqual([1, 2, 3])
    expect(entries.at(-1)).toMatchObject({ entry: 'event', wentLive: false })
    expect(lastPublished(entries)).toBe(1)
  })

  it('folds what one person saved in one go', () => {
    expect(story([save(1, 0), save(2, 10), save(3, 60)])).toEqual(['1 saved 3, ends with 3'])
  })

  it('begins anew with another person, after a long pause and after an event', () => {
    expect(story([save(1, 0), save(2, 1, { who: 2 }), save(3, 2)])).toHaveLength(3)
    expect(story([save(1, 0), save(2, 61)])).toHaveLength(2)
    expect(story([save(1, 0), save(2, 2)], [event('submit', 1, 4)])).toEqual([
      '1 saved 1, ends with 1',
      'submit of 1',
      '1 saved 1, ends with 2',
    ])
  })

  it('counts a pause from the last save of a version that was rewritten in place', () => {
    const rewritten = save(1, 0, { when: at(200) })
    expect(story([rewritten, save(2, 210)])).toEqual(['1 saved 2, ends with 2'])
  })

  it('gives a publication the version that it made, though a withdrawal took its status since', () => {
    const [draft, live, later] = [save(1, 0), save(2, 5), save(3, 20)]
    const events = [event('approve', 4, 7), event('publish', 4, 7), event('unpublish', 9, 7)]
    expect(story([draft, live, later], events)).toEqual([
      '1 saved 1, ends with 1',
      'approve of 1',
      'publish of 2',
      'unpublish of 2',
      '1 saved 1, ends with 3',
    ])
  })

  it('keeps apart what went live with another document', () => {
    expect(story([save(1, 0), save(2, 1, { status: 'published' }), save(3, 2)])).toHaveLength(3)
  })

  it('knows the number of a version where an event tells it, and of the newest', () => {
    const found = historyOf([save(1, 0), save(2, 90), save(3, 200)], [event('submit', 100, 6)], 8)
    expect(found.flatMap((entry) => (entry.entry === 'saved' ? [entry.version] : []))).toEqual([
      null,
      6,
      8,
    ])
  })

  it('keeps a restored version apart, and takes the date that it carries for no date of its save', () => {
    const restored = save(3, 20, { since: at(0) })
    const entries = historyOf([save(1, 5), save(2, 10), restored, save(4, 21)], [], 3)
    expect(entries).toMatchObject([
      { versionId: 2, saves: 2, restored: false },
      { versionId: 3, saves: 1, restored: true, since: at(20) },
      { versionId: 4, saves: 1, restored: false },
    ])
  })

  it('loses no save and no event, and stays in order', () => {
    const minutes = fc
      .array(fc.nat({ max: 300 }), { maxLength: 20 })
      .map((all) => all.sort((a, b) => a - b))
    const what = fc.constantFrom<PastEvent['what']>('submit', 'approve', 'publish', 'unpublish')
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.array(what, { minLength: 20, maxLength: 20 }),
        (one, other, whats) => {
          const saves = one.map((minute, index) => save(index, minute, { who: minute % 2 }))
          const events = other.map((minute, index) =>
            event(whats[index] ?? 'submit', minute, index),
          )
          const entries = historyOf(saves, events, 0)
          const counted = entries.map((entry) => (entry.entry === 'saved' ? entry.saves : 0))
          const published = entries.filter(
            (entry) => entry.entry === 'event' && entry.event.what === 'publish',
          )
          const total = counted.reduce((a, b) => a + b, 0)
          expect(total).toBeLessThanOrEqual(saves.length)
          expect(total + published.length).toBeGreaterThanOrEqual(saves.length)
          expect(entries.filter(({ entry }) => entry === 'event')).toHaveLength(events.length)
        },
      ),
    )
  })
})

describe('lastPublished', () => {
  it('is what the newest publication made, whatever was saved since', () => {
    const saves = [save(1, 0), save(2, 5), save(3, 20)]
    expect(lastPublished(historyOf(saves, [event('publish', 4, 7)], 8))).toBe(2)
    expect(lastPublished(historyOf(saves, [], 8))).toBeNull()
  })

  it('is what another document took along', () => {
    const saves = [save(1, 0), save(2, 5, { status: 'published' }), save(3, 20)]
    expect(lastPublished(historyOf(saves, [], 8))).toBe(2)
  })
})
