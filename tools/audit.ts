// Runs Lighthouse, axe, pa11y, vnu and html-validate on every kind of page, of a site of its own: npm run audit.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Exit code 1 when a bar is missed. The heavy tools are installed at the first use, apart from the project's own. */
export async function main(args: string[]): Promise<void> {
  const audit = spawn(process.execPath, ['--import', 'tsx', 'tests/audit/run.ts', ...args], {
    stdio: 'inherit',
  })
  process.on('SIGINT', () => undefined)
  const [code] = (await once(audit, 'close')) as [number | null]
  process.exitCode = code ?? 1
}
