// Servers for tests: started, waited for, and stopped however the tests end, kill -9 included.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface Kept {
  /** What the pattern found in the command's line that says it is ready. */
  ready: string
  /** Asks the command to stop, and waits until it has. */
  stop(): Promise<void>
}

interface Options {
  /** What Node runs: a script and its arguments. */
  args: string[]
  env: Record<string, string | undefined>
  /** The line that says it is ready; its first group is the answer. */
  readyLine: RegExp
  /** Everything the command says is kept in `tests/output/<name>.log`. */
  name: string
  /** A data folder to remove at the end. */
  removes?: string
}

const LOGS = 'tests/output'

export async function keep({ args, env, readyLine, name, removes }: Options): Promise<Kept> {
  mkdirSync(LOGS, { recursive: true })
  const log = createWriteStream(path.join(LOGS, `${name}.log`))
  const keeper = spawn(process.execPath, ['tests/setup/keeper.mjs', ...args], {
    env: { ...process.env, ...env, KEEPER_REMOVES: removes },
    // In a group of its own, so that Ctrl-C reaches the tests and not what they still need to end well.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const closed = once(keeper, 'close')
  keeper.stderr.pipe(log, { end: false })
  const lines: string[] = []
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface(keeper.stdout).on('line', (line) => {
      log.write(`${line}\n`)
      lines.push(line)
      const found = readyLine.exec(line)
      if (found) resolve(found[1] ?? line)
    })
    closed.then(
      () => reject(new Error(`${name} ended before it was ready; see ${LOGS}/${name}.log`)),
      reject,
    )
  })
  return {
    ready,
    async stop() {
      keeper.stdin.end()
      await closed
    },
  }
}

/** A folder outside the checkout that an unprivileged Postgres can enter too. */
export function freshDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'backstory-test-'))
  chmodSync(folder, 0o755)
  return folder
}
