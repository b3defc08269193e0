// Whose turn it is: whom neither role nor own changes keep from approving, whatever the text still lacks.
import { describe, expect, it } from 'vitest'
import type { Account } from '@/domain/workflow/notices'
import type { Subject } from '@/domain/workflow/subject'
import { STATES } from '@/domain/workflow/table'
import { awaitsApproval, whoCanApprove } from '@/domain/workflow/turn'
import {
  ADMIN,
  approvalOf,
  approved,
  EDITOR,
  inReview,
  NOW,
  OTHER_EDITOR,
  pageOf,
  REVIEWER,
  subject,
  WRITER,
} from './subjects'

const ACCOUNTS = [WRITER, REVIEWER, EDITOR, OTHER_EDITOR, ADMIN] as Account[]
const turn = (of: Subject, accounts = ACCOUNTS) => whoCanApprove(of, accounts, NOW)

describe('what waits for an approval', () => {
  it('was sent off, and no approval holds', () => {
    for (const state of STATES)
      expect(awaitsApproval(subject({ state })), state).toBe(
        state === 'in_review' || state === 'approved',
      )
    expect(awaitsApproval(approved())).toBe(false)
    expect(awaitsApproval(approved({ page: pageOf('Naps') }))).toBe(true)
  })
})

describe('who can approve', () => {
  it('are the editors who wrote none of it', () => {
    expect(turn(inReview())).toEqual([4, 5, 6])
    expect(turn(inReview({ authorsSinceApproval: [1, 4] }))).toEqual([5, 6])
    expect(turn(inReview({ authorsSinceApproval: [4], fourEyes: false }))).toEqual([4, 5, 6])
  })

  it('is nobody when the only editor mended a letter', () => {
    const mended = inReview({ authorsSinceApproval: [1, 4] })
    expect(turn(mended, [WRITER, REVIEWER, EDITOR] as Account[])).toEqual([])
  })

  it('are experts before editors, and editors once an expert’s approval holds', () => {
    const of = inReview({ expertReviewRequired: true })
    expect(turn(of)).toEqual([3])
    expect(turn({ ...of, expertApproval: approvalOf('Sleep', 3) })).toEqual([4, 5, 6])
    expect(turn({ ...of, expertApproval: approvalOf('Naps', 3) })).toEqual([3])
  })

  it('does not depend on what the text still lacks', () => {
    const lacks = { code: 'titleMissing', field: 'title', severity: 'block' } as const
    expect(turn(inReview({ contentIssues: [lacks] }))).toEqual([4, 5, 6])
  })
})
