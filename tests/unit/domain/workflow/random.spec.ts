// Thousands of random histories against a plain model: what is live was approved by somebody else, or forced.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { created, next, saved } from '@/domain/workflow/events/apply'
import { check } from '@/domain/workflow/events/check'
import { sealOf } from '@/domain/workflow/seal'
import { isOwn, SCHEDULER, visibilityOf } from '@/domain/workflow/subject'
import type { Actor, Request, Subject, WorkflowFields } from '@/domain/workflow/subject'
import { allows } from '@/domain/workflow/policy'
import { STATES, WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow/table'
import { ADMIN, EDITOR, OTHER_EDITOR, plainHash, REVIEWER, WRITER } from './subjects'

type Person = Exclude<Actor, { id: null }>
const PEOPLE = [WRITER, REVIEWER, EDITOR, OTHER_EDITOR, ADMIN] as Person[]
const START = Date.parse('2027-01-01T00:00:00Z')
const moment = (minute: number): string => new Date(START + minute * 60_000).toISOString()

/** What the model remembers of one change: who made it, and in which approvals it was. */
interface Change {
  author: number
  approvals: Set<Given>
}

/** An approval as the model sees it: by whom, of which text, and whether somebody has taken it back. */
interface Given {
  by: number
  text: string
  retracted: boolean
}

class World {
  fields: WorkflowFields = created(1)
  version = 1
  minute = 0
  text = '1'
  changes: Change[] = [{ author: 1, approvals: new Set() }]
  /** Approvals since the last publish, and those that stand behind what is live. */
  given: Given[] = []
  behindLive: Given[] = []
  /** What happened, for the reader of a failure. */
  log: string[] = []
  events: { event: WorkflowEvent; from: string; to: string }[] = []

  constructor(
    readonly fourEyes: boolean,
    readonly expertReviewRequired: boolean,
  ) {}

  subject(): Subject {
    const page = { article: { body: this.text }, faqItems: [], readAlsoLinks: [], images: [] }
    return {
      ...this.fields,
      kind: 'articles',
      id: 50,
      version: this.version,
      createdBy: 1,
      parts: [],
      page: sealOf(page, plainHash),
      contentIssues: [],
      expertReviewRequired: this.expertReviewRequired,
      fourEyes: this.fourEyes,
    }
  }

  save(author: Person): void {
    const of = this.subject()
    const situation = {
      state: of.state,
      visibility: visibilityOf(of),
      own: isOwn(of, author.id),
      trashed: false,
    }
    if (!allows('articles', 'edit', author.role, situation)) return
    this.fields = saved(this.fields, author.id)
    this.log.push(`${author.id} save`)
    this.version += 1
    this.text = String(this.version)
    this.changes.push({ author: author.id, approvals: new Set() })
  }

  /** A shared item went through its own review: the page shows something that this approval has not seen. */
  changeShared(): void {
    this.text += '+'
  }

  send(event: WorkflowEvent, actor: Actor, sent: Partial<Request>): void {
    const before = this.subject()
    const request = { now: moment(this.minute), ...sent }
    if (check(event, before, actor, request).length > 0) return
    const { fields, record } = next(before, event, actor, request)
    this.fields = fields
    this.log.push(`${actor.id} ${event} → ${fields.state}`)
    this.note(event, actor, before)
    this.events.push({ event, from: record.from, to: record.to })
    expect(record).toMatchObject({ from: before.state, to: fields.state, version: before.version })
  }

  private note(event: WorkflowEvent, { id, role }: Actor, before: Subject): void {
    const editorial = role !== 'reviewer' && id !== null
    if (event === 'approve' && editorial)
      this.approve({ by: id, text: this.text, retracted: false })
    if (event === 'approveAfterwards' && editorial) this.behindLive.push(this.settle(id))
    if (event === 'recall' || event === 'requestChanges') this.retract(this.given)
    if (event === 'unpublish') this.retract([...this.behindLive, ...this.given])
    if (event === 'publish') this.published()
    if (event === 'discard') this.drop(before)
    if (event === 'forcePublish') this.behindLive = this.given
    if (event === 'publish' || event === 'forcePublish') {
      this.given = []
      this.live = this.changes.length
      this.liveText = this.text
    }
    if (event === 'publish' && before.state === 'scheduled' && role === 'scheduler')
      expect(Date.parse(before.scheduledAt ?? '')).toBeLessThanOrEqual(
        Date.parse(moment(this.minute)),
      )
  }

  private live = 0
  private liveText = ''

  /** The working version is again what readers get, and what was approved of the dropped one is over. */
  private drop({ live }: Subject): void {
    this.version += 1
    this.text = this.liveText
    this.given = []
    if (live) this.changes = this.changes.slice(0, this.live)
  }

  private approve(given: Given): void {
    for (const { approvals } of this.changes) approvals.add(given)
    this.given.push(given)
  }

  private settle(by: number): Given {
    const given = { by, text: this.text, retracted: false }
    for (const { approvals } of this.changes.slice(0, this.live)) approvals.add(given)
    return given
  }

  private retract(approvals: Given[]): void {
    for (const given of approvals) given.retracted = true
  }

  /** The one thing that this file is about. */
  private published(): void {
    expect(this.given.some(({ text, retracted }) => text === this.text && !retracted)).toBe(true)
    if (this.fourEyes)
      for (const { author, approvals } of this.changes)
        expect(
          [...approvals].some(({ by, retracted }) => !retracted && by !== author),
          this.log.join(', '),
        ).toBe(true)
    this.behindLive = this.given
  }

  holds(): void {
    const { state, live, withdrawal, approval, scheduledAt, expertApproval } = this.fields
    if (state === 'published') expect(live).toBe(true)
    if (state === 'withdrawn') expect(live).toBe(false)
    if (live) expect(withdrawal).toBeNull()
    expect(approval !== null).toBe(state === 'approved' || state === 'scheduled')
    expect(scheduledAt !== null).toBe(state === 'scheduled')
    if (expertApproval) expect(['in_review', 'approved', 'scheduled']).toContain(state)
    if (this.fields.forced) expect(live).toBe(true)
  }
}

type Step = (world: World) => void

const person = fc.constantFrom(...PEOPLE)
const save: fc.Arbitrary<Step> = person.map((author) => (world) => world.save(author))
const shared: fc.Arbitrary<Step> = fc.constant((world) => world.changeShared())
const wait: fc.Arbitrary<Step> = fc.integer({ min: 1, max: 90 }).map((minutes) => (world) => {
  world.minute += minutes
})
const publishDue: fc.Arbitrary<Step> = fc.constant((world) =>
  world.send('publish', SCHEDULER, { version: world.version }),
)
const event: fc.Arbitrary<Step> = fc
  .record({
    event: fc.constantFrom(...WORKFLOW_EVENTS),
    actor: person,
    behind: fc.constantFrom(0, 0, 0, 0, 1),
    note: fc.constantFrom(undefined, 'Because.'),
    delay: fc.integer({ min: -5, max: 120 }),
    reason: fc.constantFrom('gone', 'moved', 'notice', 'bored'),
    target: fc.constantFrom(undefined, null, { id: 50, usable: true }, { id: 3, usable: true }),
  })
  .map(({ event, actor, behind, note, delay, reason, target }) => (world) => {
    const at = moment(world.minute + delay)
    world.send(event, actor, { version: world.version - behind, note, at, reason, target })
  })

/** The way to a live page, so that random histories often come far. */
const wayToLive: fc.Arbitrary<Step> = fc
  .tuple(person, person, person, person)
  .map(([submitter, expert, approver, publisher]) => (world) => {
    const { version } = world
    world.send('submit', submitter, { version })
    world.send('approve', expert, { version })
    world.send('approve', approver, { version })
    world.send('publish', publisher, { version })
  })

const steps = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: event },
    { weight: 4, arbitrary: save },
    { weight: 3, arbitrary: wayToLive },
    { weight: 1, arbitrary: shared },
    { weight: 1, arbitrary: wait },
    { weight: 1, arbitrary: publishDue },
  ),
  { maxLength: 60, size: 'max' },
)

/** Between two events only saving moves a state, and only from where the working version was the live one. */
function expectUnbroken({ events }: World): void {
  for (const [index, { from }] of events.entries()) {
    const to = events[index - 1]?.to ?? 'draft'
    if (to !== from) expect(`${to} → ${from}`).toMatch(/^(published|withdrawn) → draft$/)
  }
}

describe('any history', () => {
  const reached = new Set<string>()
  const happened = new Set<string>()

  it('puts nothing live that nobody else approved', { timeout: 60_000 }, () => {
    const history = fc.property(steps, fc.boolean(), fc.boolean(), (steps, fourEyes, expert) => {
      const world = new World(fourEyes, expert)
      for (const step of steps) {
        step(world)
        world.holds()
        reached.add(world.fields.state)
      }
      for (const { event } of world.events) happened.add(event)
      expectUnbroken(world)
    })
    fc.assert(history, { numRuns: 1500 })
  })

  it('came through every state and every event on the way', () => {
    expect([...reached].sort()).toEqual([...STATES].sort())
    expect([...happened].sort()).toEqual([...WORKFLOW_EVENTS].sort())
  })
})
