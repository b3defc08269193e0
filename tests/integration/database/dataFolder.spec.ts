// The embedded database and its data folder: wherever it lies, copied, moved, linked, crashed, under any locale, with two starts at once.
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMark } from '@/database/databaseMark'
import { askEmbedded, openEmbedded, type Embedded } from '../../setup/embedded'

const isRoot = process.getuid?.() === 0
const onLinux = process.platform === 'linux'
const LONG = { timeout: 90_000 }
/** Others may not enter it, as most homes. */
const closed = mkdtempSync(path.join(tmpdir(), 'backstory-closed-'))
const opened = new Set<Embedded>()
/** A data folder of a site that was stopped, with one row in a table. */
const original = path.join(closed, 'original')
let count = 0

async function open(
  dataDir: string,
  locale?: Record<string, string>,
  prefix?: string[],
): Promise<Embedded> {
  const server = await openEmbedded(dataDir, locale, prefix)
  opened.add(server)
  return server
}

async function stop(server: Embedded): Promise<void> {
  await server.stop()
  opened.delete(server)
}

const copyOf = (folder: string): string => {
  const copy = path.join(closed, `copy-${(count += 1)}`)
  spawnSync('cp', ['-a', folder, copy])
  return copy
}

const refusal = async (dataDir: string, prefix?: string[]): Promise<string> => {
  const outcome = await open(dataDir, {}, prefix).then(
    () => 'it started',
    (error: Error) => error.message,
  )
  expect(outcome.split('\n'), outcome).toHaveLength(1)
  return outcome
}

/** Nobody may have reaped it yet. */
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/exe`)
const lockOf = (dataDir: string): string => path.join(dataDir, 'postgres/cluster/postmaster.pid')
const rows = (server: Embedded) => askEmbedded(server.url, 'select what from said order by what')

beforeAll(async () => {
  const server = await open(original)
  await askEmbedded(server.url, `create table said (what text); insert into said values ('first')`)
  await stop(server)
}, 90_000)

afterAll(() => {
  for (const { postmaster } of opened) if (isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT')
  rmSync(closed, { recursive: true, force: true })
})

describe.runIf(onLinux)('the database', () => {
  it('lies in the data folder, below a folder that its account cannot enter', () => {
    expect(lstatSync(path.join(original, 'postgres')).isSymbolicLink()).toBe(false)
    expect(existsSync(path.join(original, 'postgres/cluster/PG_VERSION'))).toBe(true)
  })

  it.each([
    ['no locale', {}],
    ['a locale that is not there', { LANG: 'xx_YY.UTF-8', LC_ALL: 'xx_YY.UTF-8' }],
  ])(
    'starts, is found by a second process and stops with %s, whatever its path holds',
    LONG,
    async (_, locale) => {
      const odd = path.join(closed, `Jürgens 数据 "a" 'b' $HOME \`id\` -c x=1 ${(count += 1)}`)
      const dataDir = path.join(odd, 'long'.repeat(50), 'long'.repeat(50))
      mkdirSync(path.dirname(dataDir), { recursive: true })
      spawnSync('cp', ['-a', original, dataDir])
      const server = await open(dataDir, locale)
      const second = await open(dataDir, locale)
      expect(second.postmaster).toBe(server.postmaster)
      await stop(second)
      expect(await rows(server)).toEqual([{ what: 'first' }])
      await stop(server)
      expect(isAlive(server.postmaster)).toBe(false)
    },
  )

  it('is made once by two first starts, without leaving anything half made', LONG, async () => {
    const dataDir = path.join(closed, 'twice')
    const [one, two] = await Promise.all([open(dataDir), open(dataDir)])
    expect(one.postmaster).toBe(two.postmaster)
    await Promise.all([stop(one), stop(two)])
    expect(isAlive(one.postmaster)).toBe(false)
    expect(readdirSync(path.join(dataDir, 'postgres')).sort()).toEqual([
      'belongs-to.json',
      'cluster',
      'postgres.log',
    ])
  })

  it('is found again when its process was killed, and started when it was', LONG, async () => {
    const dataDir = copyOf(original)
    const killed = await open(dataDir)
    await killed.kill()
    const again = await open(dataDir)
    expect(again.postmaster).toBe(killed.postmaster)
    await again.kill()
    process.kill(again.postmaster, 'SIGKILL')
    const third = await open(dataDir)
    expect(third.postmaster).not.toBe(killed.postmaster)
    expect(await rows(third)).toEqual([{ what: 'first' }])
    await stop(third)
  })

  it(
    'starts when its lock file names another program, even one that speaks of its folder',
    LONG,
    async () => {
      const dataDir = copyOf(original)
      const first = await open(dataDir)
      await first.kill()
      const lock = readFileSync(lockOf(dataDir), 'utf8')
      process.kill(first.postmaster, 'SIGKILL')
      const { uid } = lstatSync(path.join(dataDir, 'postgres/cluster'))
      const other = spawn(
        'sh',
        ['-c', 'sleep 60; : postgres -D "$0"', path.join(dataDir, 'postgres/cluster')],
        {
          ...(isRoot && { uid }),
          detached: true,
        },
      )
      writeFileSync(lockOf(dataDir), lock.replace(/^\d+/, String(other.pid)))
      const again = await open(dataDir)
      expect(await rows(again)).toEqual([{ what: 'first' }])
      await stop(again)
      process.kill(-other.pid!, 'SIGKILL')
    },
  )
})

/** As root in a container, to whom the kernel does not say what other accounts' processes do. */
const CONTAINED = ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace']

describe.runIf(onLinux && isRoot)('as root in a container, the database', () => {
  it('starts, is found again, and is not mistaken for that of a copy', LONG, async () => {
    const dataDir = copyOf(original)
    const server = await open(dataDir, {}, CONTAINED)
    const second = await open(dataDir, {}, CONTAINED)
    expect(second.postmaster).toBe(server.postmaster)
    await stop(second)
    const copy = copyOf(dataDir)
    rmSync(path.join(copy, 'postgres/belongs-to.json'))
    expect(await refusal(copy, CONTAINED)).toContain('had not been stopped')
    expect(await rows(server)).toEqual([{ what: 'first' }])
    await stop(server)
    expect(readdirSync(path.join(dataDir, 'postgres/cluster')).join()).not.toContain('asks')
  })
})

describe.runIf(onLinux)('a copy of a data folder', () => {
  it('of a stopped site is a site of its own', LONG, async () => {
    const copy = await open(copyOf(original))
    await askEmbedded(copy.url, `insert into said values ('in the copy')`)
    const before = await open(original)
    expect(before.postmaster).not.toBe(copy.postmaster)
    expect(await rows(before)).toEqual([{ what: 'first' }])
    expect(await rows(copy)).toEqual([{ what: 'first' }, { what: 'in the copy' }])
    await Promise.all([stop(before), stop(copy)])
  })

  it('of a running site is refused, and that site runs on', LONG, async () => {
    const source = copyOf(original)
    const running = await open(source)
    const copy = copyOf(source)
    const lock = readFileSync(lockOf(source), 'utf8')
    expect(await refusal(copy)).toContain(`remove ${lockOf(copy)}`)
    await running.kill()
    expect(await refusal(copy)).toContain('had not been stopped')
    expect(readFileSync(lockOf(source), 'utf8')).toBe(lock)
    expect(await rows(running)).toEqual([{ what: 'first' }])
    process.kill(running.postmaster, 'SIGINT')
    await expect.poll(() => isAlive(running.postmaster)).toBe(false)
    expect(await refusal(copy)).toContain('had not been stopped')
    rmSync(lockOf(copy))
    await stop(await open(copy))
  })

  it('is known for one, and a folder that was only moved is not', LONG, async () => {
    const copy = copyOf(original)
    await stop(await open(copy))
    expect(readMark(copy)).toEqual({ markedAt: 'infinity' })
    rmSync(path.join(copy, 'database-mark.json'))
    const moved = path.join(closed, 'moved')
    renameSync(copy, moved)
    await stop(await open(moved))
    expect(readMark(moved)).toBeUndefined()
  })

  it('that has a link to the database of the original does not work on it', LONG, async () => {
    const source = copyOf(original)
    const far = path.join(closed, 'another-disk')
    renameSync(path.join(source, 'postgres'), far)
    symlinkSync(far, path.join(source, 'postgres'))
    await stop(await open(source))
    const copy = copyOf(source)
    expect(await refusal(copy)).toContain(`the database of the site in ${source}`)
    unlinkSync(path.join(copy, 'postgres'))
    cpSync(far, path.join(copy, 'postgres'), { recursive: true })
    await stop(await open(copy))
    rmSync(source, { recursive: true })
    symlinkSync(far, path.join(closed, 'link'))
    const heir = path.join(closed, 'heir')
    mkdirSync(heir)
    cpSync(path.join(copy, 'secrets.json'), path.join(heir, 'secrets.json'))
    symlinkSync(far, path.join(heir, 'postgres'))
    await stop(await open(heir))
  })

  it('whose database stayed behind says so', async () => {
    const copy = copyOf(original)
    rmSync(path.join(copy, 'postgres'), { recursive: true })
    symlinkSync('/nowhere/at/all', path.join(copy, 'postgres'))
    expect(await refusal(copy)).toContain('came here without its database')
  })
})
