// Runs a command until its own standard input ends, which it does however the tests end; then stops the command and removes its data.
import { spawn } from 'node:child_process'
import { realpathSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Longer than a site itself gives to requests that are in flight. */
const GRACE_MS = 20_000

const child = spawn(process.execPath, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.stdin.resume().on('end', () => {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref()
})
child.on('close', (code) => {
  remove(process.env.DATA_DIR)
  process.exit(code ?? 1)
})

function remove(dataDir) {
  try {
    // Postgres may have been given a place outside a closed home, and a link to it.
    rmSync(realpathSync(path.join(dataDir, 'postgres')), { recursive: true, force: true })
  } catch {
    // The command did not get that far.
  }
  rmSync(dataDir, { recursive: true, force: true })
}
