// Runs every test, or those whose file is named: npm test [-- FILE…]. The tests set up what they need: see vitest.config.mts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { answerHelp } from '@/cli/usage'

const USAGE = `Usage: npm test [-- FILE…] [OPTION…]
FILE is a spec, or part of its path; every test runs without any. The options are those of Vitest, such as -t NAME.`

/** Ends with one line: how many passed and failed. Exit code 1 when one failed or nothing ran. */
export async function main(args: string[]): Promise<void> {
  answerHelp(USAGE, args)
  rmSync('tests/output', { recursive: true, force: true })
  const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    stdio: 'inherit',
  })
  // Ctrl-C reaches the tests as well, and they end by themselves; this process waits for them.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => vitest.kill('SIGTERM'))
  const [code] = (await once(vitest, 'close')) as [number | null]
  process.exitCode = code ?? 1
}
