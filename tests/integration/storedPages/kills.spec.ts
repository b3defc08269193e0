// A publish that is killed at any of its writes, while it commits, or right after: the old page or the new one, never a mix.
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { poolOf } from '@/cms/database/pool'
import type { EventRequest } from '@/cms/workflow/events/perform'
import { runScheduleLoop } from '@/jobs/schedule'
import type { User } from '@/payload-types'
import { approvedBundle, pageOf, type Bundle } from '../../setup/bundle'
import { startInstance, type Instance } from '../../setup/instances'
import { AT_COMMIT, HELD, installPause, type Pause } from '../../setup/pause'
import { openTestPayload } from '../../setup/payload'
import { account, act, codes, scheduleForNow } from '../../setup/workflow'

/** In how many places a process is killed; a connection ends in each. */
const KILLS = 4
const LONG = { timeout: 120_000 }

let payload: Payload
let people: { writer: User; editor: User }
let pause: Pause
/** How many writes a publish makes. */
let writes: number

const publish = ({ article }: Bundle): EventRequest => ({
  kind: 'articles',
  id: article,
  event: 'publish',
  version: 'latest',
  actor: { id: people.editor.id, role: 'editor', active: true },
})

const terminate = (pid: number) =>
  poolOf(payload.db).query('select pg_terminate_backend($1)', [pid])

/** Old is published by the next try, and new is not published again. */
async function expectWhole(bundle: Bundle, expected: 'old' | 'new'): Promise<void> {
  expect(await pageOf(payload, bundle)).toBe(expected)
  const again = await codes(act(payload, people.editor, 'publish', bundle.article))
  expect(again).toEqual(expected === 'old' ? [] : ['wrongState'])
  expect(await pageOf(payload, bundle)).toBe('new')
}

beforeAll(async () => {
  payload = await openTestPayload()
  people = { writer: await account(payload, 'writer'), editor: await account(payload, 'editor') }
  pause = await installPause(process.env.DATABASE_URL ?? '')
})
afterAll(() => pause.close())

describe('a connection that Postgres ends', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance(HELD)
  })
  afterAll(() => instance.kill())

  it('tells how many places there are', async () => {
    const bundle = await approvedBundle(payload, people)
    await pause.at(0)
    expect(await instance.perform(publish(bundle))).toEqual({ said: 'done' })
    writes = await pause.writes()
    expect(writes).toBeGreaterThan(20)
    await expectWhole(bundle, 'new')
  })

  it('after any write leaves the old page, and an error for who published', LONG, async () => {
    for (let write = 1; write <= writes; write += 1) {
      const bundle = await approvedBundle(payload, people)
      await pause.at(write)
      const answer = instance.perform(publish(bundle))
      const pid = await pause.reached()
      await terminate(pid)
      await pause.release()
      expect(await answer, `write ${write}`).toMatchObject({ said: 'refused' })
      expect(instance.isAlive()).toBe(true)
      await expectWhole(bundle, 'old')
    }
  })

  it('while the database commits too, although Payload says nothing of it', async () => {
    const bundle = await approvedBundle(payload, people)
    await pause.at(AT_COMMIT)
    const answer = instance.perform(publish(bundle))
    await terminate(await pause.reached())
    await pause.release()
    expect(await answer).toMatchObject({
      said: 'refused',
      why: expect.stringContaining('did not keep'),
    })
    await expectWhole(bundle, 'old')
  })
})

describe('a process that is killed', () => {
  /** The next one starts while this one is killed. */
  let next: Promise<Instance>
  const anInstance = () => {
    const instance = next
    next = startInstance(HELD)
    return instance
  }
  beforeAll(() => {
    next = startInstance(HELD)
  })
  afterAll(async () => (await next).kill())

  /** Of all writes the first, the last, and some between. */
  const places = (): number[] =>
    [...Array(KILLS).keys()].map((n) => 1 + Math.round((n * (writes - 1)) / (KILLS - 1)))

  it('at a write leaves the old page, and the next try publishes', LONG, async () => {
    for (const write of places()) {
      const bundle = await approvedBundle(payload, people)
      const instance = await anInstance()
      await pause.at(write)
      void instance.perform(publish(bundle))
      await pause.reached()
      await instance.kill()
      await pause.release()
      await expectWhole(bundle, 'old')
    }
  })

  it('while the database commits leaves the new page: the order to commit was given', async () => {
    const bundle = await approvedBundle(payload, people)
    const instance = await anInstance()
    await pause.at(AT_COMMIT)
    void instance.perform(publish(bundle))
    await pause.reached()
    expect(await pageOf(payload, bundle)).toBe('old')
    await instance.kill()
    await pause.release()
    await expectWhole(bundle, 'new')
  })

  it('right after leaves the new page, and as it begins one of the two', async () => {
    const done = await approvedBundle(payload, people)
    const begun = await approvedBundle(payload, people)
    const instance = await anInstance()
    await pause.at(0)
    expect(await instance.perform(publish(done))).toEqual({ said: 'done' })
    void instance.perform(publish(begun))
    await instance.kill()
    await pause.release()
    await expectWhole(done, 'new')
    expect(await pageOf(payload, begun)).toMatch(/^(old|new)$/)
  })

  it('at a scheduled publish is replaced by another instance within a period', LONG, async () => {
    for (const write of [Math.round(writes / 2), writes, AT_COMMIT]) {
      const bundle = await approvedBundle(payload, people)
      await scheduleForNow(payload, people.editor, bundle.article)
      const instance = await anInstance()
      await pause.at(write)
      instance.runClock(50)
      await pause.reached()

      const stop = new AbortController()
      const other = runScheduleLoop(stop.signal, 50)
      await instance.kill()
      expect(await pageOf(payload, bundle)).toBe('old')
      await pause.release()
      await expect.poll(() => pageOf(payload, bundle), { timeout: 10_000 }).toBe('new')
      stop.abort()
      await other
      expect(await pageOf(payload, bundle)).toBe('new')
    }
  })
})
