// Whether a refused event only came too late.
import { describe, expect, it } from 'vitest'
import { check } from '@/domain/workflow/events/check'
import { isOvertaken, type LastEvent } from '@/domain/workflow/events/overtaken'
import {
  OPERATOR,
  SCHEDULER,
  type Actor,
  type Request,
  type Subject,
} from '@/domain/workflow/subject'
import type { WorkflowEvent } from '@/domain/workflow/table'
import {
  approvalOf,
  approved,
  EDITOR,
  inReview,
  OTHER_EDITOR,
  request,
  REVIEWER,
  subject,
} from '../subjects'

const BY_ADMIN = { who: 6, role: 'admin' } as const
const PUBLISHED: LastEvent = {
  ...BY_ADMIN,
  what: 'publish',
  from: 'approved',
  to: 'published',
  version: 7,
}
const APPROVED: LastEvent = {
  ...BY_ADMIN,
  what: 'approve',
  from: 'in_review',
  to: 'approved',
  version: 7,
}

const overtaken = (
  event: WorkflowEvent,
  of: Subject,
  last: LastEvent,
  given: Partial<Request> = {},
  actor: Actor = EDITOR,
) => {
  const asked = request(given)
  const issues = check(event, of, actor, asked)
  expect(issues).not.toEqual([])
  return isOvertaken(event, asked, issues, last, actor)
}

describe('an event that came too late', () => {
  const live = subject({ state: 'published', live: true })

  it('is one that was possible until the last one', () => {
    expect(overtaken('publish', live, PUBLISHED)).toBe(true)
    expect(overtaken('recall', live, PUBLISHED)).toBe(true)
    expect(overtaken('publish', live, PUBLISHED, { state: 'approved' })).toBe(true)
  })

  it('is not one that was impossible before it too', () => {
    expect(overtaken('submit', live, PUBLISHED)).toBe(false)
    const asked = { ...PUBLISHED, what: 'requestChanges', to: 'changes_requested' } as const
    expect(overtaken('submit', approved(), { ...asked, to: 'approved' })).toBe(false)
  })

  it('is not one whose sender knew the state', () => {
    expect(overtaken('publish', live, PUBLISHED, { state: 'published' })).toBe(false)
  })

  it('is not one about a version that was saved since: that is told by the version', () => {
    const saved = { ...live, state: 'draft', version: 8 } as const
    expect(overtaken('publish', saved, PUBLISHED, { version: 8 })).toBe(false)
    expect(overtaken('publish', saved, PUBLISHED)).toBe(false)
  })

  it('is the second of two that do the same', () => {
    const twice = approved({ authorsSinceApproval: [] })
    expect(overtaken('approve', twice, APPROVED, {}, OTHER_EDITOR)).toBe(true)
    const seen = inReview({
      expertReviewRequired: true,
      expertApproval: approvalOf('Sleep', 3),
    })
    const byExpert = { ...APPROVED, to: 'in_review' } as const
    expect(overtaken('approve', seen, byExpert, {}, REVIEWER)).toBe(true)
    const submitted = { ...byExpert, what: 'submit', from: 'draft' } as const
    expect(overtaken('approve', seen, submitted, {}, REVIEWER)).toBe(false)
  })

  it('is one that would be possible still, once its sender said from which state', () => {
    const issues = check('recall', approved(), EDITOR, request({ state: 'in_review' }))
    expect(issues).toEqual([
      { code: 'stateMoved', field: 'state', given: 'in_review', state: 'approved' },
    ])
    expect(overtaken('recall', approved(), APPROVED, { state: 'in_review' })).toBe(true)
    expect(check('recall', approved(), EDITOR, request())).toEqual([])
  })

  it('is not told to whoever did it, in whatever window', () => {
    expect(overtaken('publish', live, { ...PUBLISHED, who: 4, role: 'editor' })).toBe(false)
    const bySchedule = { ...PUBLISHED, who: null, role: 'scheduler' } as const
    expect(overtaken('publish', live, bySchedule)).toBe(true)
    expect(overtaken('publish', live, bySchedule, {}, SCHEDULER)).toBe(false)
    expect(overtaken('forcePublish', live, bySchedule, {}, OPERATOR)).toBe(true)
  })

  it('is not told of one’s own save, which moves a state as well', () => {
    const next = subject({ state: 'draft', live: true })
    expect(check('submit', next, EDITOR, request({ state: 'published' }))).toEqual([])
  })
})
