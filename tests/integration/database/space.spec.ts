// A full disk under the data folder: said by readiness, with the folder's name. A real, small disk, which only root can mount.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { spaceLeft } from '@/jobs/space'
import { startServer } from '../../setup/pageServer'
import { STUB_TABLE } from '../../setup/stubSite'
import { askEmbedded } from '../../setup/embedded'

const dataDir = mkdtempSync(path.join(tmpdir(), 'backstory-space-'))
const media = path.join(dataDir, 'media')
mkdirSync(media)
const isMounted =
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'backstory', media]).status === 0

afterAll(() => {
  if (isMounted) spawnSync('umount', [media])
  rmSync(dataDir, { recursive: true, force: true })
})

it.runIf(isMounted)(
  'is named, and ends with the room (skipped where nothing can be mounted)',
  async () => {
    const databaseUrl = process.env.DATABASE_URL!
    process.env.DATA_DIR = dataDir
    await askEmbedded(databaseUrl, STUB_TABLE)
    const front = await startServer(databaseUrl, { space: spaceLeft })
    const writing = async () => {
      const response = await fetch(`${front.url}/readyz/writing`)
      return { status: response.status, ...((await response.json()) as object) }
    }
    expect(await writing()).toMatchObject({ status: 200, writing: { ok: true } })
    writeFileSync(path.join(media, 'large'), Buffer.alloc(40 * 2 ** 20))
    expect(await writing()).toMatchObject({
      status: 503,
      reading: { ok: true },
      writing: { ok: false, note: `the disk of ${media} is full: 24 MB are left` },
    })
    rmSync(path.join(media, 'large'))
    expect(await writing()).toMatchObject({ status: 200 })
    await front.close()
  },
)
