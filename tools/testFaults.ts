// Breaks one thing after the other under load: npm run test:faults [-- --rounds N --seed S --only PATTERN --patience P].
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildWhenChanged } from '@/cli/build'
import { stopSignal } from '@/cli/signals'
import { readArguments } from '@/cli/usage'

const USAGE = `Usage: npm run test:faults [-- --rounds N] [--seed S] [--only PATTERN] [--patience P]
N is how often each fault is made (5), PATTERN part of the name of a fault, P by how much more time than usual is given (1).`

/** Ends with how many faults went as promised. Exit code 1 when one did not. */
export async function main(args: string[]): Promise<void> {
  const { values } = readArguments(USAGE, {
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      patience: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
    },
  })
  const stop = stopSignal()
  await buildWhenChanged(stop)
  const flags = ['--conditions=production', '--import', 'tsx']
  const run = spawn(process.execPath, [...flags, 'tests/faults/main.ts', JSON.stringify(values)], {
    stdio: 'inherit',
  })
  stop.addEventListener('abort', () => run.kill('SIGTERM'))
  const [code] = (await once(run, 'close')) as [number | null]
  process.exitCode = code ?? 1
}
