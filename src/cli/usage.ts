// Reads the arguments of a command: --help shows its usage, and what it does not understand ends it before it does anything.
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A call that the command does not understand: exit code 2, nothing done. */
export class UsageError extends Error {
  readonly exitCode = 2
}

/** Not an error: run.mjs prints the usage on standard output. */
class HelpRequest extends Error {
  readonly exitCode = 0
}

/** @throws what makes run.mjs show the usage, when --help is among the options */
export function answerHelp(usage: string, args: readonly string[]): void {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  if (options.includes('--help')) throw new HelpRequest(usage)
}

/**
 * As `parseArgs` of Node.
 * @throws UsageError with one line for an option or a value that the command does not take
 */
export function readArguments<T extends ParseArgsConfig & { args: string[] }>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  answerHelp(usage, config.args)
  try {
    return parseArgs(config)
  } catch (error) {
    // Node goes on with advice on several lines.
    const [reason = ''] = String((error as Error).message).split(/\. |\n/)
    throw new UsageError(`${reason.replace(/\.$/, '')}. See --help.`, { cause: error })
  }
}
