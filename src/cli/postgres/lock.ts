// Reads the lock file of a Postgres data folder, and tells who holds it. Judged by what the kernel says of a process, never by its name.
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What Postgres writes into `postmaster.pid`: process id on line 1, start on line 3, port on line 4. */
export interface Lock {
  pid: number
  startedAt: string
  port: number
}

/**
 * What is known of the process that a lock file names. `own` is the server of this folder; `elsewhere` the server that wrote
 * this very lock file into another folder, of which this one is a copy; `other` a program that got the id of one that is gone.
 * `unknown` may be any of the first two: the kernel does not say to root in a container (without CAP_SYS_PTRACE), or elsewhere
 * than on Linux; then the server itself is asked.
 */
export type Holder = 'own' | 'elsewhere' | 'other' | 'gone' | 'unknown'

export const lockFile = (cluster: string): string => path.join(cluster, 'postmaster.pid')

export function readLock(cluster: string): Lock | undefined {
  const file = lockFile(cluster)
  if (!existsSync(file)) return undefined
  const [pid, , startedAt = '', port] = readFileSync(file, 'utf8').split('\n')
  return Number(pid) > 0 ? { pid: Number(pid), startedAt, port: Number(port) } : undefined
}

/** Asked every second, so it costs a few system calls. A server's working folder is its data folder. */
export function holderOf(cluster: string, lock: Lock): Holder {
  if (!isAlive(lock.pid)) return 'gone'
  if (process.platform !== 'linux') return 'unknown'
  const itsFolder = `/proc/${lock.pid}/cwd`
  try {
    // Of the program that it runs; other than its title no process may word it.
    if (readFileSync(`/proc/${lock.pid}/comm`, 'utf8').trim() !== 'postgres') return 'other'
    if (isSameFile(itsFolder, cluster)) return 'own'
    const itsLock = readLock(itsFolder)
    return itsLock && JSON.stringify(itsLock) === JSON.stringify(lock) ? 'elsewhere' : 'other'
  } catch (error) {
    // It ended just now, or its parent has not reaped it yet.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unknown'
  }
}

export function isSameFile(one: string, two: string): boolean {
  const [first, second] = [statSync(one), statSync(two)]
  return first.dev === second.dev && first.ino === second.ino
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another account's process is there all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
