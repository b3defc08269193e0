// Each need of the table: what satisfies it, and what it says when it is not.
import { describe, expect, it } from 'vitest'
import { authorsAtStake, NEEDS, unapprovedAuthors } from '@/domain/workflow/events/needs'
import type { Actor, Subject } from '@/domain/workflow/subject'
import type { Need } from '@/domain/workflow/table'
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
  REVIEWER,
  subject,
} from '../subjects'

const issues = (need: Need, of: Subject, actor: Actor = EDITOR) => NEEDS[need](of, actor, NOW)
const TITLE_CHANGED = [{ part: 'article', field: 'title', change: 'changed' }]

describe('complete', () => {
  it('lets advice pass and hands on what blocks', () => {
    const advice = { code: 'categoryMissing', field: 'category', severity: 'advise' } as const
    const block = { code: 'titleMissing', field: 'title', severity: 'block' } as const
    expect(issues('complete', subject({ contentIssues: [advice] }))).toEqual([])
    expect(issues('complete', subject({ contentIssues: [advice, block] }))).toEqual([block])
  })
})

describe('fourEyes', () => {
  it('refuses whoever wrote any of the changes', () => {
    const of = subject({ authorsSinceApproval: [1, 4] })
    expect(issues('fourEyes', of, EDITOR)).toEqual([{ code: 'ownChanges' }])
    expect(issues('fourEyes', of, OTHER_EDITOR)).toEqual([])
  })

  it('counts what went live by force and nobody has approved yet', () => {
    const of = subject({ authorsSinceApproval: [1], authorsOfLive: [4, 1], forced: forcedBy(6) })
    expect(authorsAtStake(of)).toEqual([1, 4])
    expect(issues('fourEyes', of, EDITOR)).toEqual([{ code: 'ownChanges' }])
    expect(authorsAtStake({ ...of, forced: null })).toEqual([1])
  })

  it('an approval that holds leaves nobody’s changes unapproved, of what goes live with it neither', () => {
    const of = approved({ authorsSinceApproval: [1, 4] })
    expect(unapprovedAuthors(of)).toEqual([])
    expect(unapprovedAuthors({ ...of, page: pageOf('Naps') })).toEqual([1, 4])
    expect(unapprovedAuthors(subject({ authorsSinceApproval: [1] }))).toEqual([1])
  })

  it('is silent when the site has switched it off', () => {
    expect(issues('fourEyes', subject({ authorsSinceApproval: [4], fourEyes: false }))).toEqual([])
  })
})

describe('fourEyesOnForced', () => {
  it('refuses who forced it and who wrote it', () => {
    const of = subject({ state: 'published', authorsOfLive: [4], forced: forcedBy(6) })
    expect(issues('fourEyesOnForced', of, ADMIN)).toEqual([{ code: 'ownForce' }])
    expect(issues('fourEyesOnForced', of, EDITOR)).toEqual([{ code: 'ownChanges' }])
    expect(issues('fourEyesOnForced', of, OTHER_EDITOR)).toEqual([])
    expect(issues('fourEyesOnForced', { ...of, fourEyes: false }, ADMIN)).toEqual([])
  })

  it('looks at what was forced, not at the draft that somebody has begun since', () => {
    const of = subject({ authorsSinceApproval: [5], authorsOfLive: [1], forced: forcedBy(6) })
    expect(issues('fourEyesOnForced', of, OTHER_EDITOR)).toEqual([])
  })
})

describe('seal', () => {
  it('is missing without an approval', () => {
    expect(issues('seal', subject())).toEqual([{ code: 'sealMissing' }])
  })

  it('is broken by a change, which it names', () => {
    expect(issues('seal', approved())).toEqual([])
    expect(issues('seal', approved({ page: pageOf('Naps') }))).toEqual([
      { code: 'sealBroken', broken: TITLE_CHANGED },
    ])
  })
})

describe('the expert review', () => {
  const required = { expertReviewRequired: true }
  const given = { ...required, expertApproval: approvalOf('Sleep', 3) }

  it('stands in the editor’s way until it is given for this very text', () => {
    expect(issues('expertApproval', subject())).toEqual([])
    expect(issues('expertApproval', subject(required))).toEqual([{ code: 'expertApprovalMissing' }])
    expect(issues('expertApproval', subject(given))).toEqual([])
    expect(issues('expertApproval', subject({ ...given, page: pageOf('Naps') }))).toEqual([
      { code: 'expertSealBroken', broken: TITLE_CHANGED },
    ])
  })

  it('is given only where the category asks for one, and once for each text', () => {
    const turn = (changes: Partial<Subject>) => issues('expertsTurn', subject(changes), REVIEWER)
    expect(turn({})).toEqual([{ code: 'expertReviewNotRequired' }])
    expect(turn(required)).toEqual([])
    expect(turn(given)).toEqual([{ code: 'alreadyApproved', by: 3 }])
    expect(turn({ ...given, page: pageOf('Naps') })).toEqual([])
  })

  it('is caught up with after a force, before the editor’s approval', () => {
    const of = subject({ ...required, forced: forcedBy(6) })
    expect(issues('expertsTurnOnForced', of, REVIEWER)).toEqual([])
    expect(issues('expertApprovalOnForced', of)).toEqual([{ code: 'expertApprovalMissing' }])
    const caughtUp = { ...of, forced: { ...forcedBy(6), expertApprovedBy: 3 } }
    expect(issues('expertsTurnOnForced', caughtUp, REVIEWER)).toEqual([
      { code: 'alreadyApproved', by: 3 },
    ])
    expect(issues('expertApprovalOnForced', caughtUp)).toEqual([])
    expect(issues('expertsTurnOnForced', { ...of, expertReviewRequired: false }, REVIEWER)).toEqual(
      [{ code: 'expertReviewNotRequired' }],
    )
  })
})

describe('editorsTurn', () => {
  it('is over while the approval holds, and comes again when it is void', () => {
    expect(issues('editorsTurn', approved())).toEqual([{ code: 'alreadyApproved', by: 4 }])
    expect(issues('editorsTurn', approved({ page: pageOf('Naps') }))).toEqual([])
    expect(issues('editorsTurn', subject())).toEqual([])
  })
})

describe('due, shown, forced', () => {
  it('asks that the date has come', () => {
    expect(issues('due', subject({ scheduledAt: EARLIER }))).toEqual([])
    expect(issues('due', subject({ scheduledAt: LATER }))).toEqual([{ code: 'notDue', at: LATER }])
    expect(issues('due', subject())).toEqual([{ code: 'notDue', at: null }])
  })

  it('asks that there is something to take away', () => {
    expect(issues('shown', subject())).toEqual([{ code: 'notShown' }])
    expect(issues('shown', subject({ live: true }))).toEqual([])
    const withdrawal = { reason: 'notice', target: null, at: EARLIER } as const
    expect(issues('shown', subject({ withdrawal }))).toEqual([])
  })

  it('asks that something was forced', () => {
    expect(issues('forced', subject())).toEqual([{ code: 'notForced' }])
    expect(issues('forced', subject({ forced: forcedBy(null) }))).toEqual([])
  })
})
