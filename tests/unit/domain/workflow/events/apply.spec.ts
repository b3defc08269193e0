// What saving and events leave behind: the fields of the document and its row in the record.
import { describe, expect, it } from 'vitest'
import { bundledLive, bundledRecord, created, next, saved } from '@/domain/workflow/events/apply'
import { SCHEDULER } from '@/domain/workflow/subject'
import type { Actor, Request, Subject, WorkflowFields } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'
import {
  after,
  approved,
  EARLIER,
  EDITOR,
  inReview,
  LATER,
  NOW,
  request,
  subject,
  WRITER,
} from '../subjects'

describe('saving', () => {
  it('begins with a draft by its author', () => {
    expect(created(1)).toMatchObject({ state: 'draft', live: false, authorsSinceApproval: [1] })
    expect(created(null).authorsSinceApproval).toEqual([])
  })

  it('notes who wrote, once each', () => {
    const twice = saved(saved(created(1), 4), 1)
    expect(twice).toMatchObject({ state: 'draft', authorsSinceApproval: [1, 4] })
    expect(saved(twice, null).authorsSinceApproval).toEqual([1, 4])
  })

  it('starts the next working version of a live article, and the page stays', () => {
    const live: WorkflowFields = { ...created(null), state: 'published', live: true }
    expect(saved(live, 1)).toEqual({ ...live, state: 'draft', authorsSinceApproval: [1] })
  })

  it('leaves a withdrawal standing', () => {
    const withdrawal = { reason: 'gone', target: null, at: EARLIER } as const
    const withdrawn: WorkflowFields = { ...created(null), state: 'withdrawn', withdrawal }
    expect(saved(withdrawn, 1)).toMatchObject({ state: 'draft', live: false, withdrawal })
  })
})

describe('next', () => {
  it('hands in and takes back', () => {
    expect(after('submit', subject(), WRITER)).toEqual({ ...created(1), state: 'in_review' })
    expect(after('recall', inReview(), WRITER)).toEqual(created(1))
  })

  it('keeps the date of a schedule exactly as long as it is scheduled', () => {
    const scheduled = after('schedule', approved(), EDITOR, { at: '2027-01-11T13:00:00+01:00' })
    expect(scheduled).toMatchObject({ state: 'scheduled', scheduledAt: LATER })
    const of = approved(scheduled)
    expect(after('assign', of, EDITOR, { target: null }).scheduledAt).toBe(LATER)
    expect(after('unschedule', of, EDITOR)).toMatchObject({ state: 'approved', scheduledAt: null })
    expect(after('publish', of, SCHEDULER)).toMatchObject({ state: 'published', scheduledAt: null })
    const taken = after('unpublish', { ...of, live: true }, EDITOR, { reason: 'gone' })
    expect(taken).toMatchObject({ state: 'in_review', scheduledAt: null, live: false })
    expect(taken).toMatchObject({ approval: null, authorsSinceApproval: [1] })
  })

  it('gives back the stored fields and no facts of the moment', () => {
    expect(Object.keys(after('submit', subject(), WRITER)).sort()).toEqual(
      Object.keys(created(1)).sort(),
    )
  })

  it('throws where the table knows no step, because then nobody asked check', () => {
    expect(() => after('publish', subject(), WRITER)).toThrow('writer cannot publish')
  })
})

describe('the record', () => {
  const recordOf = (
    event: WorkflowEvent,
    of: Subject,
    actor: Actor,
    given: Partial<Request> = {},
  ) => next(of, event, actor, request(given)).record

  it('says who did what when, from where to where, on which version, and why', () => {
    expect(recordOf('requestChanges', inReview(), EDITOR, { note: ' Sources? ' })).toEqual({
      who: 4,
      role: 'editor',
      when: NOW,
      what: 'requestChanges',
      from: 'in_review',
      to: 'changes_requested',
      version: 7,
      note: 'Sources?',
      fourEyesOff: false,
      at: null,
      reason: null,
      target: null,
    })
  })

  it('says on each event that four eyes are switched off', () => {
    const of = inReview({ fourEyes: false })
    expect(recordOf('approve', of, EDITOR).fourEyesOff).toBe(true)
    expect(recordOf('assign', of, EDITOR, { target: null }).fourEyesOff).toBe(true)
  })

  it('keeps what the event was given, and nothing that was sent along for nothing', () => {
    const given = { at: LATER, reason: 'moved', target: { id: 51, usable: true } }
    expect(recordOf('schedule', approved(), EDITOR, given)).toMatchObject({
      at: LATER,
      reason: null,
      target: null,
    })
    expect(recordOf('unpublish', subject({ live: true }), EDITOR, given)).toMatchObject({
      at: null,
      reason: 'moved',
      target: 51,
    })
    expect(
      recordOf('unpublish', subject({ live: true }), EDITOR, { ...given, reason: 'gone' }),
    ).toMatchObject({ reason: 'gone', target: null })
    expect(recordOf('assign', subject(), EDITOR, given)).toMatchObject({ reason: null, target: 51 })
  })

  it('names nobody for the schedule', () => {
    const of = approved({ state: 'scheduled', scheduledAt: EARLIER })
    expect(recordOf('publish', of, SCHEDULER)).toMatchObject({ who: null, role: 'scheduler' })
  })
})

describe('carriedLive', () => {
  it('publishes an FAQ item along with its article, whatever its own state was', () => {
    const item: WorkflowFields = { ...created(1), state: 'changes_requested', assignee: 2 }
    expect(bundledLive(item)).toEqual({
      ...created(null),
      state: 'published',
      live: true,
      assignee: 2,
      authorsOfLive: [1],
    })
  })
})

describe('bundledRecord', () => {
  it('says of the part what its article’s row says, from where the part was', () => {
    const { record: row } = next(approved(), 'publish', EDITOR, request())
    expect(bundledRecord({ state: 'draft', version: 3 }, row)).toEqual({
      ...row,
      from: 'draft',
      version: 3,
    })
  })
})
