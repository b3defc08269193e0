// Servers for tests: started, waited for, and stopped however the tests end, kill -9 included.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { NODE_FLAGS } from './nodeFlags'

export interface Kept {
  /** What the pattern found in the line that said it is ready. */
  ready: string
  /** Asks the command to stop, and waits until it has. */
  stop(): Promise<void>
}

interface Command {
  /** Everything it says is kept in `tests/output/<name>.log`. */
  name: string
  /** What Node runs: a script and its arguments. */
  args: string[]
  /** Its data folder, removed at the end. */
  dataDir: string
  settings?: Record<string, string>
  /** The line that says it is ready; the first group is the answer. */
  readyLine: RegExp
}

const LOGS = 'tests/output'
const LINES_IN_ERROR = 30

/** This process's environment without what would lead to somebody's real data, or is meant for the tests alone. */
export function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL, PAYLOAD_SECRET, SITE_URL, PORT, NODE_ENV, ...others } = process.env
  const demonstration: Record<string, string> = { DEMONSTRATION: 'yes' }
  return { ...others, ...demonstration, ...own } as NodeJS.ProcessEnv
}

/** What Node needs to run a script of ours in a process of its own. */
export const script = (file: string): string[] => [...NODE_FLAGS, '--import', 'tsx', file]

/** A folder outside the checkout. */
export const freshDataFolder = (): string => mkdtempSync(path.join(tmpdir(), 'backstory-test-'))

/** @throws with the command's last words when it ends before it is ready */
export async function keep({ name, args, dataDir, settings, readyLine }: Command): Promise<Kept> {
  const keeper = spawn(process.execPath, ['tests/setup/keeper.mjs', ...args], {
    env: environment({ ...settings, DATA_DIR: dataDir }),
    // In a group of its own, so that Ctrl-C reaches the tests and not what they still need to end well.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const closed = once(keeper, 'close')
  const said: string[] = []
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [keeper.stdout, keeper.stderr])
      createInterface(stream).on('line', (line) => {
        log(name, line)
        said.push(line)
        const found = readyLine.exec(line)
        if (found) resolve(found[1] ?? line)
      })
    closed.then(() => {
      const last = said.slice(-LINES_IN_ERROR).join('\n')
      reject(new Error(`${name} ended before it was ready:\n${last}`))
    }, reject)
  })
  return {
    ready: await ready,
    async stop() {
      keeper.stdin.end()
      await closed
    },
  }
}

/** Another run may clear the folder at any moment. */
function log(name: string, line: string): void {
  mkdirSync(LOGS, { recursive: true })
  appendFileSync(path.join(LOGS, `${name}.log`), `${line}\n`)
}
