// Copies into the data folder a database that an earlier version of Backstory stored outside it, with a link to it.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import path from 'node:path'
import { holderOf, readLock } from './lock'
import { OUTSIDE } from './programs'

/** A copy that is complete, on its way to the name of the link. */
const arrived = (folder: string): string => `${folder}.arrived`

/**
 * Copies it, since a copy of the data folder may have the same link, and each is to have a database of its own. May be killed
 * at any point and called again.
 * @param folder `postgres` in the data folder
 * @throws with one line when there is nothing at the end of the link, or a server runs there
 */
export function bringHome(folder: string): void {
  const entry = lstatSync(folder, { throwIfNoEntry: false })
  if (!entry && existsSync(arrived(folder))) renameSync(arrived(folder), folder)
  if (!entry?.isSymbolicLink()) return
  const outside = path.resolve(path.dirname(folder), readlinkSync(folder))
  if (!existsSync(outside))
    throw new Error(
      `${folder} is a link to ${outside}, which is not there: this data folder came here without its database. Copy that folder too, or remove the link to begin with an empty database.`,
    )
  if (!outside.startsWith(path.join(OUTSIDE, 'site-'))) return
  const lock = readLock(path.join(outside, 'cluster'))
  if (lock && holderOf(path.join(outside, 'cluster'), lock) === 'own')
    throw new Error(
      `The database of this site still runs in ${outside}. Stop the site (or, when it was killed, its Postgres: kill -INT ${lock.pid}) and start again: then it moves to ${folder}.`,
    )
  console.log(`Copying the database from ${outside} to ${folder} …`)
  const half = mkdtempSync(`${folder}.coming-`)
  const copied = spawnSync('cp', ['-a', `${outside}/.`, half], { encoding: 'utf8' })
  rmSync(path.join(half, 'programs'), { recursive: true, force: true })
  if (copied.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new Error(`The database in ${outside} could not be copied: ${copied.stderr?.trim()}`)
  }
  spawnSync('sync')
  rmSync(arrived(folder), { recursive: true, force: true })
  renameSync(half, arrived(folder))
  unlinkSync(folder)
  renameSync(arrived(folder), folder)
  console.log(`Nothing uses ${outside} any more. When all is well: rm -rf ${outside}`)
}
