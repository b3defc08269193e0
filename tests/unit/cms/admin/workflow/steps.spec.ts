// What the panel offers to whom.
import { describe, expect, it } from 'vitest'
import type { Workflow } from '@/cms/admin/ui/contract'
import { stepsOf } from '@/cms/admin/workflow/steps'
import { allowedEvents } from '@/domain/workflow/events/check'
import type { Actor, Subject } from '@/domain/workflow/subject'
import { ASKS_OF, WORKFLOW_EVENTS } from '@/domain/workflow/table'
import {
  ADMIN,
  approved,
  EDITOR,
  inReview,
  NOW,
  OTHER_WRITER,
  pageOf,
  REVIEWER,
  subject,
  WRITER,
} from '../../../domain/workflow/subjects'

function offered(about: Subject, actor: Actor) {
  const issues = allowedEvents(about, actor, NOW)
  const entries = WORKFLOW_EVENTS.map((event) => [
    event,
    { issues: issues[event], asks: ASKS_OF[event] },
  ])
  const events: Workflow['events'] = Object.fromEntries(entries)
  const { inTheWay, others, usual } = stepsOf({ state: about.state, events })
  return {
    usual: usual.map(({ event }) => event),
    others: others.map(({ event }) => event),
    inTheWay: inTheWay.map(({ code }) => code),
  }
}

describe('the steps on offer', () => {
  it('let a writer submit a draft, and nothing else', () => {
    expect(offered(subject(), WRITER)).toEqual({ usual: ['submit'], others: [], inTheWay: [] })
  })

  it('show a writer nothing of somebody else’s draft', () => {
    expect(offered(subject(), OTHER_WRITER)).toEqual({ usual: [], others: [], inTheWay: [] })
  })

  it('let a writer recall what was submitted, and leave the review to others', () => {
    expect(offered(inReview(), WRITER)).toMatchObject({ usual: [], others: ['recall'] })
  })

  it('keep the button of an incomplete draft in sight, and say what is missing', () => {
    const issue = { code: 'titleMissing', field: 'title', severity: 'block' } as const
    const incomplete = subject({ contentIssues: [issue] })
    expect(offered(incomplete, WRITER)).toMatchObject({
      usual: ['submit'],
      inTheWay: ['titleMissing'],
    })
  })

  it('tell an editor who wrote the changes why somebody else has to approve them', () => {
    const own = inReview({ authorsSinceApproval: [4] })
    expect(offered(own, EDITOR)).toMatchObject({
      usual: ['approve', 'requestChanges'],
      inTheWay: ['ownChanges'],
    })
  })

  it('offer an expert no approval where the category asks for none', () => {
    expect(offered(inReview(), REVIEWER).usual).toEqual(['requestChanges'])
    expect(offered(inReview({ expertReviewRequired: true }), REVIEWER).usual).toEqual([
      'approve',
      'requestChanges',
    ])
  })

  it('go from an approval that holds to publishing, and from a broken one to approving again', () => {
    expect(offered(approved(), EDITOR)).toMatchObject({ usual: ['publish', 'schedule'] })
    const broken = approved({ page: pageOf('Sleep well') })
    expect(offered(broken, EDITOR).usual[0]).toBe('approve')
  })

  it('offer publishing without approval to an administrator alone, apart from the usual steps', () => {
    expect(offered(inReview(), ADMIN).others).toContain('forcePublish')
    expect(offered(inReview(), EDITOR).others).not.toContain('forcePublish')
  })
})
