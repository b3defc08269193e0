// A few of the faults of npm run test:faults, once each, on two instances of the built site under readers and a saving editor.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomFrom } from '@/domain/values/random'
import { runFault } from '../../faults/run'
import { FAULTS } from '../../faults/table'
import { openWorld, type World } from '../../faults/world'

const SEED = Date.now() % 1_000_000
/** What is promised in seconds is measured by npm run test:faults; here a busy machine is no fault. */
const PATIENCE = 6
let world: World

beforeAll(async () => {
  world = await openWorld({ random: randomFrom(SEED), patience: PATIENCE })
}, 300_000)
afterAll(() => world.close())

it.each(FAULTS.filter(({ quick }) => quick).map((fault) => [fault.name, fault] as const))(
  '%s: readers get every stored page whole, no acknowledged save is lost, all is well again at once',
  async (_, fault) => {
    const report = await runFault(world, fault)
    expect(report.complaints, `seed ${SEED}`).toEqual([])
    expect(report.answers).toBeGreaterThan(50)
  },
  120_000,
)
