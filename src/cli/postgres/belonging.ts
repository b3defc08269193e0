// Notes beside a cluster which data folder it belongs to, so that no two folders work on one database.
import { existsSync, lstatSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { distrustDatabase } from '../../database/databaseMark'
import { writeWhole } from '../../database/writeWhole'
import { holderOf, isSameFile, lockFile, readLock } from './lock'
import type { Place } from './place'

/** A copy of a folder has another inode and another birth; a folder that was moved has the same. */
interface Belonging {
  /** The data folder, absolute. */
  dataDir: string
  inode: number
  /** Milliseconds; 0 where the file system does not store it. */
  born: number
}

/**
 * Makes sure that the cluster is this data folder's own. A copy that is whole becomes a site of its own.
 * @throws with one line when it is another site's, or was copied while its server ran
 */
export function claimCluster({ dataDir, cluster, belonging: file }: Place): void {
  const { ino, birthtimeMs } = statSync(cluster)
  const now: Belonging = { dataDir, inode: ino, born: Math.floor(birthtimeMs) }
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Belonging)
    : undefined
  if (before && before.dataDir !== dataDir) requireUnshared(before.dataDir, dataDir, cluster)
  requireWhole(cluster, before !== undefined && isCopy(before, now))
  if (before && isCopy(before, now)) distrustDatabase(dataDir)
  if (JSON.stringify(before) !== JSON.stringify(now)) writeWhole(file, JSON.stringify(now))
}

const isCopy = (before: Belonging, now: Belonging): boolean =>
  before.inode !== now.inode &&
  (before.born > 0 ? before.born !== now.born : before.dataDir !== now.dataDir)

/** `postgres` may be a link of the operator's, which a copy of the data folder has too. */
function requireUnshared(owner: string, dataDir: string, cluster: string): void {
  const folder = path.join(dataDir, 'postgres')
  if (!lstatSync(folder).isSymbolicLink()) return
  const theirs = path.join(owner, 'postgres/cluster')
  if (!existsSync(theirs) || !isSameFile(theirs, cluster)) return
  const target = realpathSync(folder)
  throw new Error(
    `${folder} is a link to ${target}, the database of the site in ${owner}: this site would work on its data. Stop that site, then give this one a copy: rm ${folder}; cp -a ${target} ${folder}`,
  )
}

/** What is copied while it is written to may lack parts, and no check can tell. */
function requireWhole(cluster: string, copied: boolean): void {
  const lock = readLock(cluster)
  if (!lock) return
  const holder = holderOf(cluster, lock)
  if (holder === 'elsewhere' || (copied && holder !== 'own'))
    throw new Error(describeLiveCopy(cluster))
  if (holder === 'other') removeStale(cluster, lock.pid)
}

export const describeLiveCopy = (cluster: string): string =>
  `The database in ${cluster} was copied from a site that had not been stopped, so it may lack parts. Stop that site (Ctrl-C, SIGTERM) and copy its data folder again. Only when you know that its Postgres was not running, remove ${lockFile(cluster)} and start.`

/** Its id went to another program, which Postgres takes for a server. Another start may have begun one meanwhile. */
function removeStale(cluster: string, pid: number): void {
  if (readLock(cluster)?.pid === pid) rmSync(lockFile(cluster), { force: true })
}
