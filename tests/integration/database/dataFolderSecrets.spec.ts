// A data folder whose secrets are not those of its database.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { environment } from '../../setup/keep'
import { askEmbedded, openEmbedded, postmasterOf, type Embedded } from '../../setup/embedded'
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

describe.runIf(onLinux)('secrets that are not those of the database', () => {
  it.each([
    ['lost', (file: string) => rmSync(file), 'secrets.json is missing'],
    ['half written', (file: string) => writeFileSync(file, '{"databasePass'), 'holds no secrets'],
    [
      'those of another site',
      (file: string) =>
        writeFileSync(file, readFileSync(file, 'utf8').replace(/[0-9a-f]{6}/, 'abcxyz')),
      'does not open the database',
    ],
  ])('stop the start when they are %s, and Postgres with it', LONG, async (_, damage, said) => {
    const dataDir = copyOf(original)
    damage(path.join(dataDir, 'secrets.json'))
    expect(await refusal(dataDir)).toContain(said)
    expect(() => postmasterOf(dataDir)).toThrow('ENOENT')
  })

  it('are made anew when somebody says so, and not before', LONG, async () => {
    const dataDir = copyOf(original)
    const renew = () =>
      spawnSync(process.execPath, ['src/cli/run.mjs', 'newSecrets'], {
        env: environment({ DATA_DIR: dataDir }),
        encoding: 'utf8',
      })
    const file = path.join(dataDir, 'secrets.json')
    const before = readFileSync(file, 'utf8')
    expect(renew().stderr).toContain(`remove ${file} first`)
    rmSync(file)
    expect(renew()).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(file, 'utf8')).not.toBe(before)
    const server = await open(dataDir)
    expect(await rows(server)).toEqual([{ what: 'first' }])
    await stop(server)
  })
})
