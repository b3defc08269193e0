// Writes what Payload logs: dated lines without colours; a fault with its stack, and what a request got wrong in one line.
import type { Config } from 'payload'
import { logLine, type LogEntry } from '@/domain/http/logLine'
import { faultOf } from './clearErrors'

type Logger = Extract<NonNullable<Config['logger']>, { options: unknown }>

const errorIn = (said: unknown): Error | undefined => {
  const error = said instanceof Error ? said : (said as { err?: unknown } | null)?.err
  return error instanceof Error ? error : undefined
}

/** Undefined for a fault of ours, of which everything is told. */
function requestFault(error: Error): string | undefined {
  const { status = 500 } = error as { status?: number }
  if (status < 500) return `${status} ${error.name}: ${error.message}`
  const fault = faultOf(error)
  return fault && `${fault.status} ${fault.message}`
}

export const logger: Logger = {
  options: {
    hooks: {
      logMethod(said, method) {
        const error = errorIn(said[0])
        const fault = error && requestFault(error)
        if (fault === undefined) method.apply(this, said)
        else method.call(this, fault)
      },
    },
  },
  destination: {
    write: (json: string) => void process.stdout.write(logLine(JSON.parse(json) as LogEntry)),
  },
}
