// The demonstration articles: imported into an empty database, so that a first start has something to read.
import pg from 'pg'
import { settings } from '../env'
import { importOne, progress } from './import'
import { openPayload } from './payload'
import { listSources, readSource } from './sources'

const FOLDER = 'content'

export async function importDemonstration(): Promise<void> {
  if (!(await isEmpty())) return
  const names = listSources([FOLDER])
  console.log(`Importing ${names.length} demonstration articles …`)
  const payload = await openPayload()
  for (const [index, name] of names.entries()) {
    const result = await importOne(payload, readSource(name), { publish: true })
    if (result.status === 'failed') throw new Error(result.errors.join('\n'))
    progress(index + 1, names.length)
  }
}

/** Asked without Payload: a second start should not wait for it. Articles in the trash count too. */
async function isEmpty(): Promise<boolean> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from articles limit 1')
    return rowCount === 0
  } finally {
    await client.end()
  }
}
