// Pages read from a standby: two Postgres in streaming replication, the second one held back, and gone.
import { spawnSync } from 'node:child_process'
import type { Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { User } from '@/payload-types'
import { freshDataFolder, keep, script, type Kept } from '../../setup/keep'

const primary = await keep({
  name: 'primary',
  args: script('tests/setup/servePostgres.ts'),
  dataDir: freshDataFolder(),
  readyLine: /^Postgres: (\S+)\?/,
})
// Before anything reads it.
process.env.DATABASE_URL = primary.ready
const { status, stderr } = spawnSync(process.execPath, script('tests/setup/migrateTemplate.ts'))
if (status !== 0) throw new Error(String(stderr))
const standby: Kept = await keep({
  name: 'standby',
  args: [...script('tests/setup/serveStandby.ts'), primary.ready],
  dataDir: freshDataFolder(),
  readyLine: /^Standby: (\S+)/,
})
process.env.DATABASE_REPLICA_URL = standby.ready

const { openTestPayload } = await import('../../setup/payload')
const { account, act, publishByForce, save } = await import('../../setup/workflow')
const { createDraft } = await import('../../setup/documents')
const { readPage, readResponse } = await import('../../setup/readers')
const { answerPage: page } = await import('@/site/page/answerPage')
const { readerClient: openDoor, sql } = await import('@/site/data/readerClient')

const replica = new pg.Pool({ connectionString: standby.ready, max: 1 })
replica.on('error', () => undefined)
let isGone = false
let payload: Payload
let writer: User
let editor: User
let id: number

beforeAll(async () => {
  payload = await openTestPayload()
  ;[writer, editor] = [await account(payload, 'writer'), await account(payload, 'editor')]
  id = await createDraft(payload, 'articles', writer, { path: '/here', title: 'First' })
  await publishByForce(payload, id)
})
afterAll(async () => {
  await replica.end()
  await payload.destroy()
  if (!isGone) await standby.stop()
  await primary.stop()
})

const publishAs = async (title: string) => {
  await save(payload, writer, id, { title })
  await publishByForce(payload, id)
}

/** Which of the two servers a page is read from. */
async function source(stored = true): Promise<string> {
  const render = async () => {
    const rows = await (
      await openDoor()
    ).rows<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`, ['list:all'])
    return rows[0]?.standby ? 'standby' : 'primary'
  }
  const request = new Request('http://localhost:3000/made-up')
  return (await page(request, render, { stored })).text()
}

const hold = () => replica.query('select pg_wal_replay_pause()')
const goOn = () => replica.query('select pg_wal_replay_resume()')
const caughtUp = () => expect.poll(() => source(), { timeout: 10_000 }).toBe('standby')

describe('a page', () => {
  it('is read from the standby while that shows what the database itself shows', async () => {
    await caughtUp()
    expect((await readPage('/here')).bytes).toContain('First')
  })

  it('that changed is the new one, and that was withdrawn is gone, though the standby has heard of neither', async () => {
    await caughtUp()
    await hold()
    await publishAs('Second')
    expect(await source()).toBe('primary')
    expect((await readPage('/here')).bytes).toContain('Second')
    await act(payload, editor, 'unpublish', id, { reason: 'gone' })
    expect((await readPage('/here')).status).toBe(410)
    await goOn()
    await caughtUp()
    expect((await readPage('/here')).status).toBe(410)
  })

  it(
    'is never an old one, whenever the standby is held back and let go',
    { timeout: 120_000 },
    async () => {
      const read = new Set<string>()
      for (let times = 0; times < 20; times++) {
        if (times % 5 === 1) await hold()
        if (times % 5 === 3) await goOn()
        if (times % 5 === 4) await caughtUp()
        read.add(await source())
        await publishAs(`Edition ${times}`)
        expect((await readPage('/here')).bytes).toContain(`Edition ${times}`)
      }
      await goOn()
      expect([...read].sort()).toEqual(['primary', 'standby'])
    },
  )

  it('of which no fact tells when it changes is read from the database itself', async () => {
    await caughtUp()
    expect(await source(false)).toBe('primary')
    const render = async () => {
      await (await openDoor()).find({ collection: 'imports' })
      return source()
    }
    const request = new Request('http://localhost:3000/made-up')
    const { revision } = await readResponse(await page(request, render))
    expect(revision).toBeNull()
  })

  it('is there when the standby has gone', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    await standby.stop()
    isGone = true
    expect(await source()).toBe('primary')
    expect((await readPage('/here')).status).toBe(200)
    expect(said).toHaveBeenCalledTimes(1)
  })
})
