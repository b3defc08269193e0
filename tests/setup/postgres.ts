// Before the integration tests: a Postgres of their own with one migrated database, the template of all others.
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { databaseUrl } from './databaseUrl'
import { freshDataFolder, keep, script } from './keep'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; template: string; dataDir: string }
  }
}

const TEMPLATE = 'migrated'

export default async function setup(project: TestProject) {
  const dataDir = freshDataFolder()
  const postgres = await keep({
    name: 'postgres',
    args: script('tests/setup/servePostgres.ts'),
    readyLine: /^Postgres: (\S+)\?/,
    dataDir,
  })
  try {
    await makeTemplate(postgres.ready)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  project.provide('postgres', { url: postgres.ready, template: TEMPLATE, dataDir })
  return () => postgres.stop()
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const migration = script('tests/setup/migrateTemplate.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, migration, {
    env: { ...process.env, DATABASE_URL: databaseUrl(url, TEMPLATE), PAYLOAD_SECRET: 'unused' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The migrations failed:\n${stdout}${stderr}`)
}
