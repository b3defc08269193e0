// Two instances that start together on an empty database: the tables and the demonstration articles are made once.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { migrations } from '../../migrations'
import { listSources } from '@/commands/sources'
import { databaseUrl } from '../setup/databaseUrl'
import { script } from '../setup/keep'

async function start(url: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, script('tests/setup/prepareSite.ts'), {
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' },
  })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await once(child, 'exit')) as [number]
  return { code, said: (await said).join('') }
}

it('is safe', { timeout: 120_000 }, async () => {
  const name = `first_${process.pid}`
  const server = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await server.connect()
  await server.query(`create database ${name}`)
  await server.end()
  const url = databaseUrl(inject('postgres').url, name)
  const starts = await Promise.all([start(url), start(url)])
  expect(
    starts.map(({ code }) => code),
    starts.map(({ said }) => said).join('\n'),
  ).toEqual([0, 0])
  expect(starts.filter(({ said }) => said.includes('Migrating:'))).toHaveLength(1)
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  const count = async (table: string) =>
    Number((await database.query(`select count(*) from ${table}`)).rows[0].count)
  expect(await count('payload_migrations')).toBe(migrations.length)
  expect(await count('articles')).toBe(listSources(['content']).length)
  // Beside a curly quote, a dash and a guillemet, and with a soft hyphen inside.
  for (const word of ['guarding', 'noticing', 'dark', 'shoelaces'])
    expect([word, await count(`search_site('${word}', 10, 0)`)]).not.toEqual([word, 0])
  await database.end()
})
