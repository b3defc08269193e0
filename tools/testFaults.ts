// Breaks one thing after the other under load: npm run test:faults [-- --rounds N --seed S --only PATTERN --patience P].
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildWhenChanged } from '@/cli/build'
import { stopSignal } from '@/cli/signals'

/** Ends with how many faults went as promised. Exit code 1 when one did not. */
export async function main(args: string[]): Promise<void> {
  const stop = stopSignal()
  await buildWhenChanged(stop)
  const flags = ['--conditions=production', '--import', 'tsx']
  const run = spawn(process.execPath, [...flags, 'tests/faults/main.ts', ...args], {
    stdio: 'inherit',
  })
  stop.addEventListener('abort', () => run.kill('SIGTERM'))
  const [code] = (await once(run, 'close')) as [number | null]
  process.exitCode = code ?? 1
}
