// Whether an event may happen: who, from where, with what; and the buttons that follow from it.
import { describe, expect, it } from 'vitest'
import { allowedEvents, check, fourEyesWaived } from '@/domain/workflow/events/check'
import type { Actor, Request, Subject } from '@/domain/workflow/subject'
import { SCHEDULER } from '@/domain/workflow/subject'
import { WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow/table'
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
  OTHER_WRITER,
  pageOf,
  request,
  REVIEWER,
  subject,
  WRITER,
} from '../subjects'

const codes = (event: WorkflowEvent, of: Subject, actor: Actor, given: Partial<Request> = {}) =>
  check(event, of, actor, request(given)).map(({ code }) => code)

const buttons = (of: Subject, actor: Actor): WorkflowEvent[] => {
  const stopped = allowedEvents(of, actor, NOW)
  return WORKFLOW_EVENTS.filter((event) => stopped[event].length === 0)
}

describe('check', () => {
  it('lets a writer submit an own draft, and nobody else’s', () => {
    expect(codes('submit', subject(), WRITER)).toEqual([])
    expect(codes('submit', subject(), OTHER_WRITER)).toEqual(['notYours'])
    expect(codes('submit', subject({ assignee: 2 }), OTHER_WRITER)).toEqual([])
  })

  it('names the role that may not and the state that does not fit', () => {
    expect(check('publish', approved(), WRITER, request())).toEqual([
      { code: 'roleNotAllowed', event: 'publish', role: 'writer' },
    ])
    expect(check('publish', subject(), EDITOR, request())).toEqual([
      { code: 'wrongState', state: 'draft', allowed: ['approved', 'scheduled'] },
    ])
  })

  it('refuses a disabled account everything', () => {
    for (const event of WORKFLOW_EVENTS)
      expect(codes(event, subject(), { ...ADMIN, active: false } as Actor)).toContain('notActive')
  })

  it('refuses a stale request beside whatever else is wrong', () => {
    expect(
      codes('requestChanges', subject({ state: 'in_review' }), EDITOR, { version: 6 }),
    ).toEqual(['stale', 'noteMissing'])
  })

  it('refuses one’s own changes, the most senior person’s too', () => {
    const of = subject({ state: 'in_review', authorsSinceApproval: [4, 6] })
    expect(codes('approve', of, EDITOR)).toEqual(['ownChanges'])
    expect(codes('approve', of, ADMIN)).toEqual(['ownChanges'])
    expect(codes('approve', of, OTHER_EDITOR)).toEqual([])
  })

  it('wants both approvals where the category asks for an expert', () => {
    const of = subject({ state: 'in_review', expertReviewRequired: true })
    expect(codes('approve', of, EDITOR)).toEqual(['expertApprovalMissing'])
    expect(codes('approve', of, REVIEWER)).toEqual([])
    const seen = { ...of, expertApproval: approvalOf('Sleep', 3) }
    expect(codes('approve', seen, REVIEWER)).toEqual(['alreadyApproved'])
    expect(codes('approve', seen, EDITOR)).toEqual([])
    expect(codes('publish', approved({ expertReviewRequired: true }), EDITOR)).toEqual([
      'expertApprovalMissing',
    ])
  })

  it('gives an expert no say where none is asked for, except asking for changes', () => {
    const of = subject({ state: 'in_review' })
    expect(codes('approve', of, REVIEWER)).toEqual(['expertReviewNotRequired'])
    expect(codes('requestChanges', of, REVIEWER, { note: 'Wrong dose.' })).toEqual([])
  })

  it('publishes and schedules with an intact seal only', () => {
    expect(codes('publish', approved(), EDITOR)).toEqual([])
    expect(codes('schedule', approved(), EDITOR, { at: LATER })).toEqual([])
    const changed = approved({ page: pageOf('Naps') })
    expect(codes('publish', changed, EDITOR)).toEqual(['sealBroken'])
    expect(codes('schedule', changed, EDITOR, { at: LATER })).toEqual(['sealBroken'])
    expect(codes('approve', changed, OTHER_EDITOR)).toEqual([])
  })

  it('lets the schedule publish what is due and nothing else', () => {
    const of = approved({ state: 'scheduled', scheduledAt: EARLIER })
    expect(codes('publish', of, SCHEDULER)).toEqual([])
    expect(codes('publish', { ...of, scheduledAt: LATER }, SCHEDULER)).toEqual(['notDue'])
    expect(codes('publish', { ...of, page: pageOf('Naps') }, SCHEDULER)).toEqual(['sealBroken'])
    expect(codes('publish', approved(), SCHEDULER)).toEqual(['wrongState'])
    expect(codes('publish', of, SCHEDULER, { version: 6 })).toEqual(['stale'])
    for (const event of WORKFLOW_EVENTS.filter((event) => event !== 'publish'))
      expect(codes(event, of, SCHEDULER)).toContain('roleNotAllowed')
  })

  it('lets an admin force with a reason, but not a page that is not fit to be shown', () => {
    expect(codes('forcePublish', subject(), ADMIN)).toEqual(['noteMissing'])
    expect(codes('forcePublish', subject(), ADMIN, { note: 'Urgent.' })).toEqual([])
    expect(codes('forcePublish', subject(), EDITOR, { note: 'Urgent.' })).toEqual([
      'roleNotAllowed',
    ])
    const unfit = subject({
      contentIssues: [{ code: 'titleMissing', field: 'title', severity: 'block' }],
    })
    expect(codes('forcePublish', unfit, ADMIN, { note: 'Urgent.' })).toEqual(['titleMissing'])
  })

  it('takes the live version away whatever the working version is doing', () => {
    for (const state of ['draft', 'in_review', 'approved', 'scheduled', 'published'] as const)
      expect(
        codes('unpublish', subject({ state, live: true }), EDITOR, { reason: 'gone' }),
      ).toEqual([])
    expect(codes('unpublish', subject(), EDITOR, { reason: 'gone' })).toEqual(['notShown'])
  })
})

describe('allowedEvents', () => {
  it('offers each person what that person may do next', () => {
    expect(buttons(subject(), WRITER)).toEqual(['submit'])
    expect(buttons(subject(), OTHER_WRITER)).toEqual([])
    const inReview = subject({ state: 'in_review' })
    expect(buttons(inReview, WRITER)).toEqual(['recall'])
    expect(buttons(inReview, EDITOR)).toEqual(['recall', 'requestChanges', 'approve', 'assign'])
    expect(buttons(approved(), EDITOR)).toEqual([
      'recall',
      'requestChanges',
      'schedule',
      'publish',
      'assign',
    ])
    expect(buttons(approved({ state: 'scheduled', scheduledAt: LATER }), EDITOR)).toEqual([
      'schedule',
      'unschedule',
      'publish',
      'assign',
    ])
    expect(buttons(subject({ state: 'published', live: true }), EDITOR)).toEqual([
      'unpublish',
      'assign',
    ])
    const forced = subject({ state: 'published', live: true, forced: forcedBy(6) })
    expect(buttons(forced, ADMIN)).toEqual(['unpublish', 'assign'])
    expect(buttons(forced, EDITOR)).toEqual(['unpublish', 'approveAfterwards', 'assign'])
  })

  it('never differs from check, once the request brings what is asked for', () => {
    const full = request({
      note: 'Because.',
      at: LATER,
      reason: 'moved',
      target: { id: 51, usable: true },
    })
    for (const of of [subject(), subject({ state: 'in_review' }), approved()])
      for (const actor of [WRITER, REVIEWER, EDITOR, ADMIN]) {
        const stopped = allowedEvents(of, actor, NOW)
        for (const event of WORKFLOW_EVENTS)
          expect(stopped[event]).toEqual(check(event, of, actor, full))
      }
  })
})

describe('fourEyesWaived', () => {
  it('is true exactly where the rule would have refused', () => {
    const off = subject({ state: 'in_review', authorsSinceApproval: [4], fourEyes: false })
    expect(codes('approve', off, EDITOR)).toEqual([])
    expect(fourEyesWaived('approve', off, EDITOR)).toBe(true)
    expect(fourEyesWaived('approve', off, OTHER_EDITOR)).toBe(false)
    expect(fourEyesWaived('assign', off, EDITOR)).toBe(false)
    expect(fourEyesWaived('approve', { ...off, fourEyes: true }, EDITOR)).toBe(false)
    const forced = subject({ state: 'published', forced: forcedBy(6), fourEyes: false })
    expect(fourEyesWaived('approveAfterwards', forced, ADMIN)).toBe(true)
  })
})
