// Thousands of random deeds of random people, each compared with the model: the database never disagrees with the domain.
import fc from 'fast-check'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR, type Id } from '@/domain/workflow/subject'
import { STATES, WORKFLOW_EVENTS } from '@/domain/workflow/table'
import type { User } from '@/payload-types'
import * as compare from '../../setup/model/compare'
import { comparePage } from '../../setup/model/comparePage'
import { judge, mayHappen } from '../../setup/model/judge'
import { deedOf, steps, type Deed, type Step } from '../../setup/model/steps'
import { carryOut, versionsOf, type Caller } from '../../setup/model/system'
import type { Person } from '../../setup/model/person'
import { World, type Recorded } from '../../setup/model/world'
import type { Doc } from '../../setup/model/doc'
import { openTestPayload } from '../../setup/payload'
import { account } from '../../setup/workflow'

/** The same deeds each time; for a night’s run more of them, from another seed. */
const { MODEL_RUNS = '32', MODEL_MINUTES = '6', MODEL_SEED = '20261122' } = process.env
const STEPS = 130
/** To come by every event. */
const ENOUGH_RUNS = 32
/** On a slow machine fewer runs; a failure is made shorter as long as there is time. */
const LONGEST_MS = Number(MODEL_MINUTES) * 60_000
const YEAR = 365 * 24 * 3_600_000

let payload: Payload
let people: (Person & { caller: Caller })[]
let categories: { plain: Id; expert: Id }
let picture: Buffer

const person = (name: string, user: User): Person & { caller: Caller } => {
  const { id, role } = user
  const active = user.active !== false
  return { name, role: active ? role : 'anonymous', actor: { id, role, active }, caller: { user } }
}

beforeAll(async () => {
  payload = await openTestPayload()
  const disabled = await account(payload, 'editor')
  await payload.update({ collection: 'users', id: disabled.id, data: { active: false } })
  people = [
    person('writer', await account(payload, 'writer')),
    person('other writer', await account(payload, 'writer')),
    person('reviewer', await account(payload, 'reviewer')),
    person('editor', await account(payload, 'editor')),
    person('other editor', await account(payload, 'editor')),
    person('admin', await account(payload, 'admin')),
    person('disabled editor', { ...disabled, active: false }),
    { name: 'nobody', role: 'anonymous', actor: null, caller: 'anonymous' },
    { name: 'operator', role: 'operator', actor: OPERATOR, caller: 'operator' },
  ]
  const category = async (name: string, expertReview: boolean) =>
    (await payload.create({ collection: 'categories', data: { name, slug: '', expertReview } })).id
  categories = { plain: await category('Plain', false), expert: await category('Expert', true) }
  const create = { width: 8, height: 8, channels: 3, background: '#0a5c57' } as const
  picture = await sharp({ create }).png().toBuffer()
})

/** Of their own for each run: an earlier one may have left a page that shows them. */
async function upload(name: string): Promise<Id> {
  const file = { data: picture, mimetype: 'image/png', name: `${name}.png`, size: picture.length }
  return (await payload.create({ collection: 'media', data: { alt: name }, file })).id
}

/** A write may break one rule in two ways. */
const each = (codes: string[]): string[] => [...new Set(codes)].sort()

const named = ({ kind, id, version, fields }: Doc): string =>
  `${kind} ${id} (${fields.state}, version ${version})`

/** Shown with a failure: what was done. */
const words = ({ name }: Person, { do: what, ...rest }: Deed): string => {
  const isTold = (value: unknown): boolean =>
    value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  const short = Object.entries(rest).map(([key, value]) => {
    if (key === 'doc') return named(value)
    if (key === 'docs') return value.map(named).join(' and ')
    return `${key} ${JSON.stringify(value, (_, inner: unknown) => (isTold(inner) ? inner : undefined))}`
  })
  return `${name}: ${what} ${short.join(', ')}`
}

describe('the database and the model', () => {
  const reached = new Set<string>()
  const happened: string[] = []
  const counted = { accepted: 0, refused: 0 }
  let run = 0

  async function live(sequence: Step[]): Promise<void> {
    run += 1
    // What an earlier run has left on the schedule is not due for another year.
    const world = new World(Date.parse('2400-01-01T00:00:00Z') - run * YEAR)
    for (const name of [`one-${run}`, `two-${run}`]) world.images.set(await upload(name), name)
    world.categories = Object.values(categories)
    world.expertCategories.add(categories.expert)
    for (const { actor, caller } of people)
      if (actor?.id != null && typeof caller === 'object') world.accounts.set(actor.id, actor)
    await payload.updateGlobal({ slug: 'site-settings', data: { fourEyes: true } })
    const start = await compare.startOf(payload)
    const recorded: Recorded[] = []
    const log: string[] = []
    let print = await compare.fingerprint(payload)
    try {
      for (const [index, step] of sequence.entries()) {
        const chosen = deedOf(step, world, people, `${run}-${index}`, mayHappen(world))
        if (!chosen) continue
        const { deed, person } = chosen
        if (deed.do === 'wait') world.now += deed.minutes * 60_000
        log.push(words(person, deed))
        const versions = deed.do === 'restore' ? await versionsOf(payload, deed.doc) : []
        const verdict = judge(world, person, deed, versions)
        const outcome = await carryOut(payload, person.caller, deed, world.instant)
        log[log.length - 1] += ` → ${outcome.codes.join(', ') || 'done'}`
        expect(each(outcome.codes)).toEqual(each(verdict.codes))
        const before = print
        print = await compare.fingerprint(payload)
        const isRefused = deed.do === 'bulk' ? outcome.ids?.length === 0 : outcome.codes.length > 0
        if (isRefused) expect(print, 'a refusal writes nothing').toBe(before)
        else recorded.push(...verdict.apply(outcome))
        for (const { fields } of world.docs) reached.add(fields.state)
        counted[isRefused ? 'refused' : 'accepted'] += 1
        await compare.compareWorkflows(payload, world, start)
        await compare.compareRecord(payload, start, recorded)
        await compare.compareTexts(payload, world)
        await compare.compareDoor(payload, world)
        for (const sealed of world.docs.filter(({ fields }) => fields.approval))
          await compare.compareSeal(payload, world, sealed)
        const doc = world.docs[index % (world.docs.length || 1)]
        if (doc?.shown?.path) await comparePage(world, doc.shown.path)
      }
      for (const doc of world.docs) {
        await compare.compareSeal(payload, world, doc)
        if (doc.shown?.path) await comparePage(world, doc.shown.path)
      }
      for (const { what } of recorded) happened.push(what)
    } catch (error) {
      throw new Error(`After\n${log.map((line, n) => `${n + 1}. ${line}`).join('\n')}\n`, {
        cause: error,
      })
    }
  }

  it('agree after every deed', { timeout: 2 * LONGEST_MS }, async () => {
    await fc.assert(fc.asyncProperty(fc.noBias(steps(STEPS)), live), {
      numRuns: Number(MODEL_RUNS),
      seed: Number(MODEL_SEED),
      interruptAfterTimeLimit: LONGEST_MS,
    })
  })

  it('came through every state and every event on the way', (test) => {
    // As many deeds as a slow machine manages in its time may not come by everything.
    if (run < ENOUGH_RUNS) test.skip(`${run} runs in ${MODEL_MINUTES} minutes`)
    expect([...reached].sort()).toEqual([...STATES].sort())
    expect([...new Set(happened)].sort()).toEqual([...WORKFLOW_EVENTS].sort())
    expect(Math.min(counted.accepted, counted.refused)).toBeGreaterThan(100)
  })
})
