// A database of one's own as people have them: what Backstory cannot use is said in one line; poolers, TLS and odd settings it can.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { settleSslMode } from '@/cli/database/sslMode'
import { checkDatabase } from '@/cli/database/checkDatabase'
import { databaseUrl } from '../../setup/databaseUrl'
import { askEmbedded, openEmbedded, type Embedded } from '../../setup/embedded'
import { startServer } from '../../setup/pageServer'
import { STUB_TABLE } from '../../setup/stubSite'
import { hasPgBouncer, servePgBouncer, type Pooler } from '../../setup/servePgBouncer'

const { url, template } = inject('postgres')
let server: pg.Client
let count = 0

beforeAll(async () => {
  server = new pg.Client({ connectionString: url })
  await server.connect()
})
afterAll(() => server.end())

async function database(making: string, ...setting: string[]): Promise<string> {
  const name = `checked_${process.pid}_${(count += 1)}`
  await server.query(`create database ${name} ${making}`)
  for (const each of setting) await server.query(`alter database ${name} set ${each}`)
  return databaseUrl(url, name)
}

const refusal = async (address: string): Promise<string> => {
  const said = await checkDatabase(address).then(
    () => 'nothing',
    (error: Error) => error.message,
  )
  expect(said).not.toContain(new URL(url).password)
  return said
}

describe('a database', () => {
  it.each([
    ['keeps text as LATIN1', `encoding 'LATIN1' locale 'C' template template0`, []],
    ['keeps text as SQL_ASCII', `encoding 'SQL_ASCII' locale 'C' template template0`, []],
    ['gives dates as "German', '', [`DateStyle = 'German'`]],
    ['gives dates as "SQL', '', [`DateStyle = 'SQL, DMY'`]],
    ['reads backslashes', '', ['standard_conforming_strings = off']],
    ['takes no writes', '', ['default_transaction_read_only = on']],
    ['has no schema', '', [`search_path = 'nowhere'`]],
    [
      'small I',
      `encoding 'UTF8' locale_provider icu icu_locale 'tr-TR' locale 'C' template template0`,
      [],
    ],
  ])('that %s is refused', async (words, making, setting) => {
    const said = await refusal(await database(making, ...setting))
    expect(said).toMatch(/^DATABASE_URL [^\n]*$/)
    expect(said).toContain(words)
  })

  it('is told of with one line for each thing', async () => {
    const said = await refusal(
      await database('', `DateStyle = 'German'`, 'standard_conforming_strings = off'),
    )
    expect(said.split('\n').map((line) => line.slice(0, 18))).toEqual([
      'DATABASE_URL gives',
      'DATABASE_URL reads',
    ])
  })

  it('in which the account may make neither tables nor extensions is refused', async () => {
    const address = await database('')
    await server.query(`create role guest_${process.pid} login password 'guest'`)
    const guest = new URL(address)
    Object.assign(guest, { username: `guest_${process.pid}`, password: 'guest' })
    const said = await refusal(guest.href)
    expect(said).toContain('GRANT CREATE ON SCHEMA public')
    expect(said).toContain('CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;')
  })

  it.each([
    ['a password that the server does not take', (to: URL) => (to.password = 'wrong')],
    ['a database that is not there', (to: URL) => (to.pathname = '/nowhere')],
    ['takes no connections', (to: URL) => Object.assign(to, { hostname: 'localhost', port: '1' })],
  ])('that cannot be reached is told of: %s', async (words, change) => {
    const address = new URL(url)
    change(address)
    const said = await refusal(address.href)
    expect(said).toMatch(/^DATABASE_URL (has|names) [^\n]+$/)
    expect(said).toContain(words)
  })

  it.each([
    `TimeZone = 'Asia/Kathmandu'`,
    `IntervalStyle = 'sql_standard'`,
    `bytea_output = 'escape'`,
  ])('is taken with %s', async (setting) => {
    expect(await refusal(await database(`template ${template}`, setting))).toBe('nothing')
  })
})

describe.skipIf(!hasPgBouncer)('PgBouncer (skipped where there is none)', () => {
  const poolers: Pooler[] = []
  const pooled = async (mode: Parameters<typeof servePgBouncer>[1]) => {
    const pooler = await servePgBouncer(await database(`template ${template}`), mode)
    poolers.push(pooler)
    return pooler
  }
  afterAll(() => poolers.forEach((pooler) => pooler.stop()))

  it.each(['transaction', 'statement'] as const)('in %s mode is refused', async (mode) => {
    expect(await refusal((await pooled(mode)).url)).toMatch(
      /^DATABASE_URL is behind a pooler [^\n]+$/,
    )
  })

  it('in session mode gives pages, also through its socket', async () => {
    const { url: address, socketUrl } = await pooled('session')
    await askEmbedded(address, STUB_TABLE)
    for (const each of [address, socketUrl]) {
      expect(await refusal(each)).toBe('nothing')
      const front = await startServer(each)
      expect((await fetch(`${front.url}/readyz`)).status).toBe(200)
      await front.close()
    }
  })
})

describe('sslmode', () => {
  const modeOf = (address: string) => /sslmode=([^&]*)/.exec(address)?.[1]
  const folder = mkdtempSync(path.join(tmpdir(), 'backstory-tls-'))
  let embedded: Embedded
  const withMode = (address: string, mode: string) =>
    `${address}${address.includes('?') ? '&' : '?'}sslmode=${mode}`

  /** The steps of PostgreSQL's manual, 18.9.5, with the name as the subject. */
  beforeAll(async () => {
    embedded = await openEmbedded(folder)
    const cluster = path.join(folder, 'postgres/cluster')
    const [key, certificate] = ['server.key', 'server.crt'].map((name) => path.join(cluster, name))
    const made = spawnSync('openssl', [
      'req',
      '-new',
      '-x509',
      '-days',
      '2',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key!,
      '-out',
      certificate!,
    ])
    expect(made.status, String(made.stderr)).toBe(0)
    copyFileSync(certificate!, path.join(folder, 'authority.crt'))
    spawnSync('chown', ['--reference', path.join(cluster, 'PG_VERSION'), key!, certificate!])
    await askEmbedded(embedded.url, 'alter system set ssl = on')
    await askEmbedded(embedded.url, 'select pg_reload_conf()')
    await vi.waitUntil(
      async () => JSON.stringify(await askEmbedded(embedded.url, 'show ssl')) === '[{"ssl":"on"}]',
      { timeout: 10_000 },
    )
  })
  afterAll(async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['prefer', 'allow', 'disable'])(
    '%s does without TLS where there is none',
    async (mode) => {
      const address = await settleSslMode(withMode(url, mode))
      expect(modeOf(address)).toBe('disable')
      expect(await refusal(address)).toBe('nothing')
    },
  )

  it.each(['require', 'verify-ca', 'verify-full'])(
    '%s says so where there is none',
    async (mode) => {
      expect(await refusal(await settleSslMode(withMode(url, mode)))).toMatch(
        /^DATABASE_URL asks for TLS[^\n]+sslmode=prefer/,
      )
    },
  )

  it('prefer takes TLS where there is some, whoever signed the certificate', async () => {
    const address = await settleSslMode(withMode(embedded.url, 'prefer'))
    const question = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()'
    expect(await askEmbedded(address, question)).toEqual([{ ssl: true }])
  })

  it('require wants a certificate that can be verified', async () => {
    const address = await settleSslMode(withMode(embedded.url, 'require'))
    expect(await refusal(address)).toMatch(/^DATABASE_URL asks for a certificate[^\n]+sslrootcert/)
    const trusted = `${address}&sslrootcert=${folder}/authority.crt`
    expect(await refusal(trusted.replace('127.0.0.1', 'localhost'))).toBe('nothing')
  })
})
