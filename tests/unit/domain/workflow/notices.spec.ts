// Who learns of what: every occasion with everybody in every part, and nobody twice.
import { describe, expect, it } from 'vitest'
import {
  awaitsExpert,
  MAIL_TRIES,
  OCCASIONS,
  occasionsOf,
  TELLS,
  whoLearns,
  type Account,
  type Involved,
  type Occasion,
} from '@/domain/workflow/notices'
import { RULES, WORKFLOW_EVENTS } from '@/domain/workflow/table'
import { approvalOf, forcedBy, pageOf, subject } from './subjects'

/** Each part has an account of its own, so that a result says which part was told. */
const CREATOR = 1
const AUTHOR = 2
const AUTHOR_OF_APPROVED = 3
const AUTHOR_OF_LIVE = 4
const ASSIGNEE = 5
const NEW_ASSIGNEE = 6
const FORCER = 7
const SCHEDULER = 8
const COMMENTER = 9
const SHARER = 10
const EXPERT = 20
const OTHER_EXPERT = 21
const EDITOR = 30
const ADMIN = 31

const writers = [CREATOR, AUTHOR, AUTHOR_OF_APPROVED, AUTHOR_OF_LIVE, ASSIGNEE, NEW_ASSIGNEE]
const others = [FORCER, SCHEDULER, COMMENTER, SHARER]
const ACCOUNTS: Account[] = [
  ...[...writers, ...others].map((id): Account => ({ id, role: 'writer' })),
  { id: EXPERT, role: 'reviewer' },
  { id: OTHER_EXPERT, role: 'reviewer' },
  { id: EDITOR, role: 'editor' },
  { id: ADMIN, role: 'admin' },
]
const ELSE = { id: 99, role: 'editor' } as const

const involved = (changes: Partial<Involved> = {}): Involved => ({
  createdBy: CREATOR,
  assignee: ASSIGNEE,
  approval: approvalOf('Sleep', EDITOR, [AUTHOR_OF_APPROVED]),
  expertApproval: approvalOf('Sleep', EXPERT),
  authorsSinceApproval: [AUTHOR],
  authorsOfLive: [AUTHOR_OF_LIVE],
  forced: forcedBy(FORCER),
  awaitsExpert: false,
  newAssignee: NEW_ASSIGNEE,
  scheduler: SCHEDULER,
  commenters: [COMMENTER],
  sharer: SHARER,
  ...changes,
})

const learn = (
  occasion: Occasion,
  changes: Partial<Involved> = {},
  actor: Parameters<typeof whoLearns>[1] = ELSE,
  accounts = ACCOUNTS,
) => whoLearns(occasion, actor, involved(changes), accounts).toSorted((a, b) => a - b)

const MAKERS = [CREATOR, AUTHOR, AUTHOR_OF_APPROVED, ASSIGNEE]
const TALKERS = [...writers.filter((id) => id !== NEW_ASSIGNEE), COMMENTER]
const MAKERS_OF_LIVE = [CREATOR, AUTHOR_OF_LIVE, ASSIGNEE]

const WHO: Record<Occasion, number[]> = {
  submit: [ASSIGNEE, EDITOR, ADMIN],
  recall: [...MAKERS, EXPERT, EDITOR],
  requestChanges: [...MAKERS, EXPERT, EDITOR],
  approveAsExpert: [...MAKERS, EDITOR, ADMIN],
  approve: MAKERS,
  schedule: MAKERS,
  unschedule: [...MAKERS, SCHEDULER],
  publish: [...MAKERS, SCHEDULER],
  unpublish: MAKERS_OF_LIVE,
  forcePublish: [...MAKERS, SCHEDULER, EDITOR, ADMIN],
  approveAfterwardsAsExpert: [...MAKERS_OF_LIVE, FORCER, EDITOR, ADMIN],
  approveAfterwards: [...MAKERS_OF_LIVE, FORCER],
  assign: [NEW_ASSIGNEE],
  takeAway: [ASSIGNEE],
  discard: [...MAKERS, EXPERT, EDITOR],
  scheduleFailed: [SCHEDULER, EDITOR, ADMIN],
  comment: TALKERS,
  remark: [...TALKERS, SHARER],
}

describe('who learns of', () => {
  it.each(OCCASIONS)('%s', (occasion) => expect(learn(occasion)).toEqual(WHO[occasion]))

  it.each(OCCASIONS)('%s: never who did it, nobody inactive, nobody twice', (occasion) => {
    const all = learn(occasion)
    for (const { id } of ACCOUNTS) {
      expect(learn(occasion, {}, { id, role: 'editor' })).not.toContain(id)
      const without = ACCOUNTS.filter((account) => account.id !== id)
      expect(learn(occasion, {}, ELSE, without)).not.toContain(id)
    }
    const inEveryPart = involved({ createdBy: EDITOR, assignee: EDITOR, scheduler: EDITOR })
    const told = whoLearns(occasion, ELSE, inEveryPart, ACCOUNTS)
    expect(new Set(told).size).toBe(told.length)
    expect(all.length).toBeGreaterThan(0)
  })

  it.each(OCCASIONS)('%s: nobody, where nobody has a part in it but by role', (occasion) => {
    const alone: Involved = {
      createdBy: null,
      assignee: null,
      approval: null,
      expertApproval: null,
      forced: null,
      authorsSinceApproval: [],
      authorsOfLive: [],
      awaitsExpert: false,
      newAssignee: null,
      scheduler: null,
      commenters: [],
      sharer: null,
    }
    const byRole = TELLS[occasion].some((party) =>
      ['nextInLine', 'nextEditor', 'editors'].includes(party),
    )
    expect(whoLearns(occasion, ELSE, alone, ACCOUNTS)).toEqual(byRole ? [EDITOR, ADMIN] : [])
  })

  it.each(OCCASIONS)('%s by a command on the machine: no group is called together', (occasion) => {
    const told = learn(
      occasion,
      { approval: null, expertApproval: null },
      { id: null, role: 'operator' },
    )
    expect(told).not.toContain(EDITOR)
    expect(told).not.toContain(ADMIN)
  })
})

describe('whose turn it is', () => {
  it('is the experts’ while the category asks for them, and then the editors’', () => {
    const none = { assignee: null, expertApproval: null }
    expect(learn('submit', { ...none, awaitsExpert: true })).toEqual([EXPERT, OTHER_EXPERT])
    expect(learn('submit', none)).toEqual([EDITOR, ADMIN])
    expect(learn('approveAsExpert', { ...none, awaitsExpert: true })).toEqual([
      ...MAKERS.filter((id) => id !== ASSIGNEE),
      EDITOR,
      ADMIN,
    ])
  })

  it('is for the assignee alone where that one may do it', () => {
    expect(learn('submit', { assignee: EDITOR })).toEqual([EDITOR])
    expect(learn('submit', { assignee: OTHER_EXPERT, awaitsExpert: true })).toEqual([OTHER_EXPERT])
    expect(learn('submit', { assignee: EDITOR, awaitsExpert: true })).toEqual([
      EXPERT,
      OTHER_EXPERT,
      EDITOR,
    ])
  })

  it('is everybody else’s where the assignee is who did it', () => {
    expect(learn('submit', { assignee: EDITOR }, { id: EDITOR, role: 'editor' })).toEqual([ADMIN])
  })

  it.each([
    ['asks for none', { expertReviewRequired: false }, false],
    ['has none', { expertReviewRequired: true }, true],
    ['has one', { expertReviewRequired: true, expertApproval: approvalOf('Sleep', 3) }, false],
    ['had one', { expertReviewRequired: true, expertApproval: approvalOf('Rest', 3) }, true],
  ])('an expert is awaited: it %s', (_what, changes, awaited) => {
    expect(awaitsExpert(subject({ page: pageOf('Sleep'), ...changes }))).toBe(awaited)
  })
})

describe('an assignment', () => {
  it('to whoever has it already is no news', () => {
    const same = { newAssignee: ASSIGNEE }
    expect([learn('assign', same), learn('takeAway', same)]).toEqual([[], []])
  })

  it('to nobody is news for who had it', () => {
    expect(learn('assign', { newAssignee: null })).toEqual([])
    expect(learn('takeAway', { newAssignee: null })).toEqual([ASSIGNEE])
  })
})

describe('the occasions of an event', () => {
  it('are its own name, but for the parts of an expert and of an assignment', () => {
    expect(occasionsOf('approve', ['approveAsExpert'])).toEqual(['approveAsExpert'])
    expect(occasionsOf('approve', ['approve'])).toEqual(['approve'])
    expect(occasionsOf('approveAfterwards', ['approveForcedAsExpert'])).toEqual([
      'approveAfterwardsAsExpert',
    ])
    expect(occasionsOf('assign', ['setAssignee'])).toEqual(['assign', 'takeAway'])
    for (const event of WORKFLOW_EVENTS)
      if (event !== 'assign') expect(occasionsOf(event, [])).toEqual([event])
  })

  it('lead to every occasion that an event can have', () => {
    const reached = new Set(RULES.flatMap(({ does, event }) => occasionsOf(event, does)))
    const withoutEvent = ['scheduleFailed', 'comment', 'remark']
    expect(OCCASIONS.filter((occasion) => !reached.has(occasion))).toEqual(withoutEvent)
  })
})

it('a mail is tried five times, as the index of the outbox has it', () =>
  expect(MAIL_TRIES).toBe(5))
