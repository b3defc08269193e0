// Before the integration tests: a Postgres of their own with one migrated database, the template of all others.
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { freshDataFolder, keep } from './keep'

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
    args: ['--import', 'tsx', 'tests/setup/servePostgres.ts'],
    env: { DATA_DIR: dataDir, DATABASE_URL: undefined, SITE_URL: undefined },
    readyLine: /^Postgres: (\S+)\?/,
    removes: dataDir,
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
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/setup/migrateTemplate.ts'],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl(url, TEMPLATE), PAYLOAD_SECRET: 'unused' },
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`The migrations failed:\n${stdout}${stderr}`)
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
