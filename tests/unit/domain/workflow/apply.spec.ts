// What each event leaves behind: the fields of the document and its row in the record.
import { describe, expect, it } from 'vitest'
import { carriedLive, created, next, saved } from '@/domain/workflow/apply'
import { OPERATOR, SCHEDULER } from '@/domain/workflow/subject'
import type { Actor, Request, Subject, WorkflowFields } from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'
import {
  ADMIN,
  approvalOf,
  approved,
  EARLIER,
  EDITOR,
  forcedBy,
  LATER,
  NOW,
  OTHER_EDITOR,
  pageOf,
  request,
  REVIEWER,
  subject,
  WRITER,
} from './subjects'

const after = (
  event: WorkflowEvent,
  of: Subject,
  actor: Actor,
  given: Partial<Request> = {},
): WorkflowFields => next(of, event, actor, request(given)).fields

const inReview = (changes: Partial<Subject> = {}) => subject({ state: 'in_review', ...changes })

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

  it('seals what is approved, and whose changes', () => {
    expect(after('approve', inReview(), EDITOR)).toMatchObject({
      state: 'approved',
      approval: { by: 4, at: NOW, version: 7, seal: pageOf('Sleep'), authors: [1] },
      authorsSinceApproval: [],
    })
  })

  it('notes the expert’s approval without approving', () => {
    const fields = after('approve', inReview({ expertReviewRequired: true }), REVIEWER)
    expect(fields).toMatchObject({
      state: 'in_review',
      approval: null,
      expertApproval: { by: 3, at: NOW, version: 7, seal: pageOf('Sleep') },
      authorsSinceApproval: [1],
    })
  })

  it('counts the authors again when the approval is retracted, so that they cannot approve instead', () => {
    const retracted = after('requestChanges', approved(), EDITOR, { note: 'After all not.' })
    expect(retracted).toMatchObject({
      state: 'changes_requested',
      approval: null,
      expertApproval: null,
      authorsSinceApproval: [1],
    })
    const changed = approved({ page: pageOf('Naps'), authorsSinceApproval: [4] })
    const again = { ...changed, ...after('approve', changed, OTHER_EDITOR) }
    expect(again.approval?.authors).toEqual([1, 4])
    expect(after('recall', again, EDITOR).authorsSinceApproval).toEqual([1, 4])
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

  it('goes live, and the old withdrawal, approval and mark of force are over', () => {
    const of = approved({
      withdrawal: { reason: 'gone', target: null, at: EARLIER },
      expertApproval: approvalOf('Sleep', 3),
      assignee: 1,
      authorsOfLive: [2],
      forced: forcedBy(6),
    })
    expect(after('publish', of, EDITOR)).toEqual({
      ...created(null),
      state: 'published',
      live: true,
      assignee: 1,
      authorsOfLive: [1, 2],
    })
  })

  it('withdraws with its reason and, when it moved, its new address', () => {
    const live = subject({ state: 'published', live: true, authorsSinceApproval: [] })
    const target = { id: 51, usable: true }
    expect(after('unpublish', live, EDITOR, { reason: 'moved', target })).toMatchObject({
      state: 'withdrawn',
      live: false,
      withdrawal: { reason: 'moved', target: 51, at: NOW },
    })
    expect(
      after('unpublish', live, EDITOR, { reason: 'gone', target }).withdrawal?.target,
    ).toBeNull()
  })

  it('lets a draft go on while the live version is taken away', () => {
    const of = subject({ live: true })
    expect(after('unpublish', of, EDITOR, { reason: 'notice' })).toMatchObject({
      state: 'draft',
      live: false,
      withdrawal: { reason: 'notice' },
    })
  })

  it('marks a force with its reason and with whose changes nobody has approved', () => {
    const of = inReview({ authorsSinceApproval: [1, 4], expertApproval: approvalOf('Sleep', 3) })
    const fields = after('forcePublish', of, ADMIN, { note: ' Urgent. ' })
    expect(fields).toMatchObject({
      state: 'published',
      live: true,
      authorsSinceApproval: [],
      authorsOfLive: [1, 4],
      forced: { by: 6, at: NOW, version: 7, note: 'Urgent.', expertApprovedBy: 3 },
    })
    const outdated = { ...of, page: pageOf('Naps') }
    const { forced } = after('forcePublish', outdated, OPERATOR, { note: 'Import.' })
    expect(forced).toMatchObject({ by: null, expertApprovedBy: null })
  })

  it('adds a second force to the first that nobody has approved', () => {
    const of = subject({ authorsSinceApproval: [5], authorsOfLive: [1], forced: forcedBy(6) })
    expect(after('forcePublish', of, ADMIN, { note: 'Again.' }).authorsOfLive).toEqual([5, 1])
  })

  it('settles a force, the expert first where one is asked for', () => {
    const of = subject({ state: 'published', live: true, forced: forcedBy(6) })
    expect(after('approveAfterwards', of, REVIEWER).forced).toMatchObject({ expertApprovedBy: 3 })
    expect(after('approveAfterwards', of, EDITOR)).toMatchObject({
      state: 'published',
      forced: null,
    })
  })

  it('counts the authors again when it is withdrawn, so that they cannot bring it back alone', () => {
    const of = subject({
      ...{ state: 'published', live: true, authorsSinceApproval: [] },
      ...{ authorsOfLive: [1, 4], forced: forcedBy(6) },
    })
    const fields = after('unpublish', of, EDITOR, { reason: 'gone' })
    expect(fields).toMatchObject({
      forced: null,
      authorsSinceApproval: [1, 4],
      authorsOfLive: [],
    })
  })

  it('assigns to somebody and to nobody', () => {
    expect(after('assign', subject(), EDITOR, { target: { id: 2, usable: true } }).assignee).toBe(2)
    expect(after('assign', subject({ assignee: 2 }), EDITOR, { target: null }).assignee).toBeNull()
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
      ...{ who: 4, role: 'editor', when: NOW, what: 'requestChanges' },
      ...{ from: 'in_review', to: 'changes_requested', version: 7, note: 'Sources?' },
      ...{ fourEyesOff: false, at: null, reason: null, target: null },
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
      ...{ at: LATER, reason: null, target: null },
    })
    expect(recordOf('unpublish', subject({ live: true }), EDITOR, given)).toMatchObject({
      ...{ at: null, reason: 'moved', target: 51 },
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
    expect(carriedLive(item)).toEqual({
      ...created(null),
      state: 'published',
      live: true,
      assignee: 2,
      authorsOfLive: [1],
    })
  })
})
