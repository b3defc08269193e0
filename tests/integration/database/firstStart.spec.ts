// A first start on a database of one's own: together with another, killed or stopped in the middle, with and without articles.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrations } from '../../../migrations'
import { listSources } from '@/cli/import/sources'
import { databaseUrl } from '../../setup/databaseUrl'
import { script } from '../../setup/keep'

const LONG = { timeout: 300_000 }
const ARTICLES = listSources(['content']).length
let server: pg.Client
let count = 0

beforeAll(async () => {
  server = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await server.connect()
})
afterAll(() => server.end())

interface Start {
  ended: Promise<{ code: number | null; said: string }>
  /** Settles when it says this. */
  says(words: string): Promise<void>
  send(signal: NodeJS.Signals): void
}

function start(url: string, demonstration?: string): Start {
  const child = spawn(process.execPath, script('tests/setup/prepareSite.ts'), {
    env: {
      ...process.env,
      DATABASE_URL: url,
      NODE_ENV: 'production',
      DEMONSTRATION: demonstration,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => (said += words))
  const all = Promise.all([text(child.stdout), text(child.stderr)])
  return {
    ended: once(child, 'exit').then(async ([code]) => {
      await all
      return { code: code as number | null, said }
    }),
    says: (words) => expect.poll(() => said, { timeout: 60_000 }).toContain(words),
    send: (signal) => child.kill(signal),
  }
}

async function database(template = 'template1'): Promise<string> {
  const name = `first_${process.pid}_${(count += 1)}`
  await server.query(`create database ${name} template ${template}`)
  return databaseUrl(inject('postgres').url, name)
}

async function ask<Row>(url: string, question: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(question)).rows as Row[]
  } finally {
    await client.end()
  }
}

const countOf = async (url: string, table: string) =>
  Number((await ask<{ count: string }>(url, `select count(*) from ${table}`))[0]?.count)

const articlesIn = (url: string) => countOf(url, 'articles')

describe('a first start', () => {
  it(
    'of two instances at once makes tables and articles once, and the second says what it waits for',
    LONG,
    async () => {
      const url = await database()
      const starts = await Promise.all(
        [start(url, 'yes'), start(url, 'yes')].map(({ ended }) => ended),
      )
      const said = starts.map((each) => each.said)
      expect(
        starts.map(({ code }) => code),
        said.join('\n'),
      ).toEqual([0, 0])
      expect(said.filter((words) => words.includes('Migrating:'))).toHaveLength(1)
      expect(
        said.filter((words) => words.includes('Waiting: another start migrates')),
      ).toHaveLength(1)
      expect(await countOf(url, 'payload_migrations')).toBe(migrations.length)
      expect(await articlesIn(url)).toBe(ARTICLES)
      // Beside a curly quote, a dash and a guillemet, and with a soft hyphen inside.
      for (const word of ['guarding', 'noticing', 'dark', 'shoelaces'])
        expect([word, await countOf(url, `search_site('${word}', 10, 0)`)]).not.toEqual([word, 0])
    },
  )

  it('brings no articles that nobody asked for', LONG, async () => {
    const url = await database(inject('postgres').template)
    const { code, said } = await start(url).ended
    expect(code, said).toBe(0)
    expect(await articlesIn(url)).toBe(0)
  })

  it(
    'that is killed or stopped among its articles is completed by the next, without doubles',
    LONG,
    async () => {
      const url = await database(inject('postgres').template)
      for (const signal of ['SIGKILL', 'SIGINT'] as const) {
        const before = await articlesIn(url)
        const cut = start(url, 'yes')
        await expect.poll(() => articlesIn(url), { timeout: 60_000 }).toBeGreaterThan(before)
        cut.send(signal)
        await cut.ended
        expect(await articlesIn(url)).toBeLessThan(ARTICLES)
      }
      const { code, said } = await start(url, 'yes').ended
      expect(code, said).toBe(0)
      const live = await ask<{ title: string }>(
        url,
        `select title from articles where _status = 'published'`,
      )
      expect(new Set(live.map(({ title }) => title)).size).toBe(ARTICLES)
      expect(await articlesIn(url)).toBe(ARTICLES)
      await ask(url, 'delete from faq_homes; delete from articles')
      await start(url, 'yes').ended
      expect(await articlesIn(url)).toBe(0)
    },
  )

  it(
    'waits no longer than the holder of the lock lives, or until it is stopped',
    LONG,
    async () => {
      const url = await database(inject('postgres').template)
      const holder = start(url, 'yes')
      await holder.says('demonstration')
      // So that it is not done before the others ask.
      holder.send('SIGSTOP')
      const stopped = start(url)
      await stopped.says('Waiting: another start migrates this database')
      stopped.send('SIGTERM')
      expect((await stopped.ended).code).not.toBe(0)
      const waiting = start(url)
      await waiting.says('Waiting: another start migrates this database')
      holder.send('SIGKILL')
      expect((await waiting.ended).code).toBe(0)
    },
  )
})
