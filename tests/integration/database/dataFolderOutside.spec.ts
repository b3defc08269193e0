// A database that an earlier version kept outside its data folder comes into it, whole.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe.runIf(onLinux && isRoot)('a database that an earlier version kept outside', () => {
  const OUTSIDE = '/var/lib/backstory'
  let outside: string
  let dataDir: string

  beforeAll(() => {
    mkdirSync(OUTSIDE, { recursive: true })
    outside = mkdtempSync(path.join(OUTSIDE, 'site-test'))
    dataDir = copyOf(original)
    const inside = path.join(dataDir, 'postgres')
    rmSync(path.join(inside, 'belongs-to.json'))
    spawnSync('cp', ['-a', `${inside}/.`, outside])
    mkdirSync(path.join(outside, 'programs'))
    rmSync(inside, { recursive: true })
    symlinkSync(outside, inside)
  })
  afterAll(() => rmSync(outside, { recursive: true, force: true }))

  it(
    'comes home, to each copy of the data folder that leads to it, and stays whole outside',
    LONG,
    async () => {
      const copy = copyOf(dataDir)
      for (const each of [dataDir, copy]) {
        const server = await open(each)
        expect(await rows(server)).toEqual([{ what: 'first' }])
        await stop(server)
        expect(lstatSync(path.join(each, 'postgres')).isSymbolicLink()).toBe(false)
        expect(readdirSync(each).filter((name) => name.startsWith('postgres'))).toEqual([
          'postgres',
        ])
        expect(readdirSync(path.join(each, 'postgres'))).not.toContain('programs')
      }
      expect(existsSync(path.join(outside, 'cluster/PG_VERSION'))).toBe(true)
    },
  )

  it.each(['before the link went', 'after the link went'])(
    'comes home after a kill %s',
    LONG,
    async (when) => {
      const killed = copyOf(original)
      const folder = path.join(killed, 'postgres')
      rmSync(path.join(folder, 'belongs-to.json'))
      renameSync(folder, `${folder}.arrived`)
      if (when.startsWith('before')) symlinkSync(outside, folder)
      const server = await open(killed)
      expect(await rows(server)).toEqual([{ what: 'first' }])
      await stop(server)
      expect(readdirSync(killed).filter((name) => name.startsWith('postgres'))).toEqual([
        'postgres',
      ])
    },
  )

  it('does not come while its server runs there', LONG, async () => {
    const other = copyOf(original)
    const running = await open(other)
    const folder = path.join(other, 'postgres')
    const there = mkdtempSync(path.join(OUTSIDE, 'site-test'))
    rmSync(there, { recursive: true })
    renameSync(folder, there)
    symlinkSync(there, folder)
    expect(await refusal(other)).toContain(`kill -INT ${running.postmaster}`)
    expect(readlinkSync(folder)).toBe(there)
    await stop(running)
    rmSync(there, { recursive: true })
  })
})
