// Runs a command until its own standard input ends, which it does however the tests end; then stops the command and removes its data.
import { spawn } from 'node:child_process'
import { realpathSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Longer than the command itself gives to requests that are in flight. */
const GRACE_MS = 20_000

const child = spawn(process.execPath, process.argv.slice(2), { stdio: ['ignore', 'pipe', 'inherit'] })
child.stdout.pipe(process.stdout)
// Whoever listened may be gone already; the stopping goes on.
process.stdout.on('error', () => undefined)
process.stdin.resume().on('end', () => {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
})
child.on('close', (code) => {
  const { KEEPER_REMOVES: folder } = process.env
  if (folder) remove(folder)
  process.exit(code ?? 1)
})

/** Postgres may have been given a place outside a private home, and a link to it. */
function remove(folder) {
  try {
    rmSync(realpathSync(path.join(folder, 'postgres')), { recursive: true, force: true })
  } catch {
    // There was none yet.
  }
  rmSync(folder, { recursive: true, force: true })
}
