// A database that went back: the next start closes what was closed since. A restart, a second instance and an empty folder are no such thing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { distrustDatabase } from '@/database/databaseMark'
import { markDatabase } from '@/jobs/restored'
import { databaseUrl } from '../../setup/databaseUrl'

const url = process.env.DATABASE_URL!
const root = mkdtempSync(path.join(tmpdir(), 'backstory-marks-'))
let client: pg.Client
let count = 0

/** As another instance with a folder of its own, empty at first. */
const useFolder = (name: string) => (process.env.DATA_DIR = path.join(root, name))

beforeAll(async () => {
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into users (name, email, role) values ('A', 'a@example.org', 'writer')`,
  )
})
afterAll(async () => {
  await client.end()
  rmSync(root, { recursive: true, force: true })
})

/** What a backup would bring back. */
beforeEach(async () => {
  useFolder(`own-${(count += 1)}`)
  await markDatabase()
  await client.query(`
    delete from users_sessions; delete from review_links; delete from stored_pages;
    insert into users_sessions (_order, _parent_id, id, expires_at)
      select 1, id, 'session', now() + interval '1 day' from users;
    update users set reset_password_token = 'token';
    insert into review_links (kind, document, version, expires_at)
      values ((enum_range(null::enum_review_links_kind))[1], 1, 1, now() + interval '1 day');
    insert into stored_pages (address, status, headers, plain, etag, last_modified, facts, revision, build, checksum)
      values ('/x', 200, '[]', '', 'x', now(), '{}', 1, 'x', 'x');`)
})

const open = async (from = client) =>
  (
    await from.query(`
      select (select count(*)::int from users_sessions) as sessions,
        (select count(*)::int from users where reset_password_token is not null) as tokens,
        (select count(*)::int from review_links where revoked_at is null) as links,
        (select count(*)::int from stored_pages) as pages`)
  ).rows[0]

const ALL = { sessions: 1, tokens: 1, links: 1, pages: 1 }
const NONE = { sessions: 0, tokens: 0, links: 0, pages: 0 }

/** The row as it is now, as a backup has it; put back into the same table by a restore of data alone. */
async function backUp(): Promise<() => Promise<unknown>> {
  const { place, marked_at: at } = (
    await client.query('select place, marked_at::text from installation')
  ).rows[0]
  return () => client.query('update installation set place = $1, marked_at = $2', [place, at])
}

describe('nothing is closed', () => {
  it('by a restart, nor by a second instance, nor by one whose folder is empty', async () => {
    const first = process.env.DATA_DIR!
    expect(await markDatabase()).toBe(false)
    useFolder(`second-${count}`)
    expect(await markDatabase()).toBe(false)
    process.env.DATA_DIR = first
    expect(await markDatabase()).toBe(false)
    expect(await open()).toEqual(ALL)
  })

  it('when the folder remembers another database', async () => {
    const name = `other_${process.pid}`
    await client.query(`create database ${name} template ${inject('postgres').template}`)
    process.env.DATABASE_URL = databaseUrl(url, name)
    await markDatabase()
    process.env.DATABASE_URL = url
    expect(await markDatabase()).toBe(false)
    expect(await open()).toEqual(ALL)
  })
})

describe('everything is closed, once', () => {
  it('when the tables are older than the folder remembers, whichever instance starts', async () => {
    const first = process.env.DATA_DIR!
    const second = useFolder(`second-${count}`)
    await markDatabase()
    const restore = await backUp()
    for (const folder of [first, second, first, second]) {
      process.env.DATA_DIR = folder
      await markDatabase()
    }
    await restore()
    process.env.DATA_DIR = first
    expect(await markDatabase()).toBe(true)
    expect(await open()).toEqual(NONE)
    process.env.DATA_DIR = second
    expect(await markDatabase()).toBe(false)
    process.env.DATA_DIR = first
    expect(await markDatabase()).toBe(false)
  })

  it('when the tables were made anew, even for an instance whose folder is empty', async () => {
    await client.query(`
      create table copied (like installation including all);
      insert into copied select * from installation;
      drop table installation; alter table copied rename to installation;`)
    useFolder(`empty-${count}`)
    expect(await markDatabase()).toBe(true)
    expect(await open()).toEqual(NONE)
    expect(await markDatabase()).toBe(false)
  })

  it('in another database, and not in the one that it was taken from', async () => {
    const name = `restored_${process.pid}`
    await client.end()
    const server = new pg.Client({ connectionString: inject('postgres').url })
    await server.connect()
    await server.query(`create database ${name} template ${new URL(url).pathname.slice(1)}`)
    await server.end()
    client = new pg.Client({ connectionString: url })
    await client.connect()
    process.env.DATABASE_URL = databaseUrl(url, name)
    useFolder(`empty-${count}`)
    expect(await markDatabase()).toBe(true)
    const copy = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await copy.connect()
    expect(await open(copy)).toEqual(NONE)
    await copy.end()
    process.env.DATABASE_URL = url
    expect(await markDatabase()).toBe(false)
    expect(await open()).toEqual(ALL)
  })

  it('when the data folder was copied together with its database', async () => {
    distrustDatabase(process.env.DATA_DIR!)
    expect(await markDatabase()).toBe(true)
    expect(await open()).toEqual(NONE)
    expect(await markDatabase()).toBe(false)
  })

  it('when the backup was made before there were marks', async () => {
    await client.query('update installation set place = null, marked_at = null')
    expect(await markDatabase()).toBe(true)
    expect(await open()).toEqual(NONE)
  })
})
