// Checks whether the disk of the data folder has room: for the embedded database, uploaded images and mails.
import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { settings } from '../env'
import type { Check } from '../server/health'
import { repeatJob } from './repeat'

/** Three segments of Postgres' log (16 MB each): with less, it may end in the middle of anything. */
const LEAST_MB = 48
const EVERY_MS = 15_000

/** The folders that may be disks of their own. */
const FOLDERS = ['.', 'postgres', 'media', 'mail']

/** @returns which disk is full, or that none is */
export async function spaceLeft(): Promise<Check> {
  const { dataDir } = settings()
  for (const folder of FOLDERS.map((name) => path.join(dataDir, name)).filter(existsSync)) {
    const { bavail, bsize } = await statfs(folder)
    const left = Math.floor((bavail * bsize) / 2 ** 20)
    if (left < LEAST_MB)
      return { ok: false, note: `the disk of ${folder} is full: ${left} MB are left` }
  }
  return { ok: true }
}

/** Says when a disk became full, and when it is no longer. */
export function runSpaceLoop(stop: AbortSignal): Promise<void> {
  let said = ''
  return repeatJob(stop, EVERY_MS, 'The space on the disk could not be looked at.', async () => {
    const { note = '' } = await spaceLeft()
    // How much is left may change every time.
    const problem = note.replace(/:.*/, '')
    if (problem !== said)
      console.error(problem ? `Nothing can be saved: ${note}.` : 'The disk has room again.')
    said = problem
  })
}
