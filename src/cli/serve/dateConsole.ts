// Puts dates on the errors and warnings of what has no logger of its own: Next, the page server before it, the jobs.
import { inspect } from 'node:util'
import { logLine, type LogEntry } from '../../domain/http/logLine'

/** By pino's numbers, as Payload's logger has them. */
const LEVELS = { error: 50, warn: 40 } as const

const isError = (said: unknown): said is Error => said instanceof Error

function entryOf(said: readonly unknown[]): Pick<LogEntry, 'msg' | 'err'> {
  const err = said.find(isError)
  const words = said
    .filter((part) => part !== err)
    .map((part) =>
      typeof part === 'string' ? part.trim() : inspect(part, { breakLength: Infinity }),
    )
  return { msg: [...words, ...(err ? [err.message] : [])].filter(Boolean).join(' '), err }
}

/** From now on, in this process. One call is one line; an error's stack follows below it, indented. */
export function dateConsole(): void {
  for (const name of ['error', 'warn'] as const)
    console[name] = (...said: unknown[]) => {
      process.stderr.write(logLine({ level: LEVELS[name], time: Date.now(), ...entryOf(said) }))
    }
}
