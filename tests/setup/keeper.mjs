// Runs a command until its own standard input ends, which it does however the tests end; then stops the command and removes its data.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Longer than a site itself gives to requests that are in flight. */
const GRACE_MS = 30_000

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
  attempt(() => {
    // A command that had to be killed leaves its Postgres behind. SIGQUIT: stop now, the data is going away.
    const lock = path.join(dataDir, 'postgres/cluster/postmaster.pid')
    process.kill(parseInt(readFileSync(lock, 'utf8')), 'SIGQUIT')
  })
  rmSync(dataDir, { recursive: true, force: true })
}

/** Where there is nothing to stop or remove, that is fine. */
function attempt(action) {
  try {
    action()
  } catch (error) {
    if (!['ENOENT', 'ESRCH'].includes(error.code)) console.error(error)
  }
}
