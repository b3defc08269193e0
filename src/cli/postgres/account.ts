// Finds the account that runs Postgres. Postgres refuses to run as root, so root lends it an unprivileged account.
import { spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import path from 'node:path'

/** Ids to run a process with; empty when this process is not root and may run Postgres itself. */
export interface Account {
  uid?: number
  gid?: number
}

const NAME = 'postgres'

const idOf = (flag: '-u' | '-g'): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, NAME], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}

/**
 * Finds the account, or makes it: only root gets that far.
 * @param cluster the account that owns it already goes on running it; root gives it away when a copy made it root's
 */
export function postgresAccount(cluster: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const account = lentAccount()
  if (owner) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, path.dirname(cluster)])
  return account
}

function lentAccount(): Account {
  if (idOf('-u') === undefined)
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME])
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === undefined || gid === undefined)
    throw new Error(
      'Postgres cannot run as root, and the account "postgres" could not be made. Run Backstory as an ordinary user, or set DATABASE_URL.',
    )
  return { uid, gid }
}

/** Gives a file or folder to the account. */
export function giveTo(account: Account, file: string): void {
  if (account.uid !== undefined && account.gid !== undefined)
    chownSync(file, account.uid, account.gid)
}

/** Whether the account can run this program where it lies. */
export const canRun = (account: Account, program: string): boolean =>
  spawnSync(program, ['--version'], { ...account, stdio: 'ignore' }).status === 0
