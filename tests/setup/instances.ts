// Instances of the site in processes of their own, for tests that kill them.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import type { EventRequest } from '@/cms/workflow/events/perform'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import { NODE_FLAGS } from './nodeFlags'

/** A panel that somebody has open there. */
export interface Panel {
  kind: Kind
  id: Id
  actor: Actor
  tab: string
}

export type Order = { event: EventRequest } | { everyMs: number } | { panel: Panel }
export type Answer =
  | { said: 'ready' | 'done' | 'died' }
  | { said: 'refused'; why: string }
  /** Who else has the document open. */
  | { said: 'others'; names: string[] }

export interface Instance {
  /** Performs an event; resolves when it has answered. */
  perform(event: EventRequest): Promise<Answer>
  /** One call of an open panel. */
  callFrom(panel: Panel): Promise<Answer>
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
  const ask = (order: Order) => {
    const answered = answer(child)
    tell(order)
    return Promise.race([answered, ended.then((): Answer => ({ said: 'died' }))])
  }
  return {
    perform: (event) => ask({ event }),
    callFrom: (panel) => ask({ panel }),
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
