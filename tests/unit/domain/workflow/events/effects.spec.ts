// What each event changes beside the state, seen through the event that does it.
import { describe, expect, it } from 'vitest'
import { created } from '@/domain/workflow/events/apply'
import { OPERATOR } from '@/domain/workflow/subject'
import {
  ADMIN,
  after,
  approvalOf,
  approved,
  EARLIER,
  EDITOR,
  forcedBy,
  inReview,
  NOW,
  OTHER_EDITOR,
  pageOf,
  REVIEWER,
  subject,
} from '../subjects'

describe('what an event changes', () => {
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
      state: 'published',
      live: true,
      authorsSinceApproval: [],
      authorsOfLive: [1, 4],
      forced: forcedBy(6),
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
})
