// Runs Lighthouse, axe, pa11y, vnu and html-validate on every kind of page, of a site of its own: npm run audit.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readArguments } from '@/cli/usage'

const USAGE = `Usage: npm run audit [-- PAGE…]
PAGE is a kind of page, such as article; every kind is looked at without any.`

/** Exit code 1 when a bar is missed. The heavy tools are installed at the first use, apart from the project's own. */
export async function main(args: string[]): Promise<void> {
  const { positionals } = readArguments(USAGE, { args, allowPositionals: true })
  const audit = spawn(process.execPath, ['--import', 'tsx', 'tests/audit/run.ts', ...positionals], {
    stdio: 'inherit',
  })
  process.on('SIGINT', () => undefined)
  const [code] = (await once(audit, 'close')) as [number | null]
  process.exitCode = code ?? 1
}
