// Instances of the site in processes of their own, for tests that kill them.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import type { EventRequest } from '@/cms/workflow/perform'
import { NODE_FLAGS } from './nodeFlags'

export type Order = { event: EventRequest } | { everyMs: number }
export type Answer = { said: 'ready' | 'done' | 'died' } | { said: 'refused'; why: string }

export interface Instance {
  /** Performs an event; resolves when it has answered. */
  perform(event: EventRequest): Promise<Answer>
  /** Runs the clock of the site. */
  runClock(everyMs: number): void
  isAlive(): boolean
  /** SIGKILL: no last words, no clean-up. */
  kill(): Promise<void>
}

const LOG = 'tests/output'

/** Says what goes wrong in `tests/output/instances.log`: much does, on purpose. */
function logFile(): number {
  mkdirSync(LOG, { recursive: true })
  return openSync(`${LOG}/instances.log`, 'a')
}

/** On the database of this test file. @param name what its connections call themselves */
export async function startInstance(name: string): Promise<Instance> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.searchParams.set('application_name', name)
  const log = logFile()
  const child = fork('tests/setup/instance.ts', {
    execArgv: [...NODE_FLAGS, '--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url.href, NODE_ENV: 'production' },
    stdio: ['ignore', log, log, 'ipc'],
  })
  const ended = once(child, 'exit')
  await Promise.race([
    answer(child),
    ended.then(() => Promise.reject(new Error(`${name} did not start.`))),
  ])
  const tell = (order: Order) => child.send(order)
  return {
    perform(event) {
      const answered = answer(child)
      tell({ event })
      return Promise.race([answered, ended.then((): Answer => ({ said: 'died' }))])
    },
    runClock: (everyMs) => void tell({ everyMs }),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const answer = async (child: ChildProcess): Promise<Answer> =>
  ((await once(child, 'message')) as [Answer])[0]
