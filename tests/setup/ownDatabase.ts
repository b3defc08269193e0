// Before each integration test file: an empty, migrated database of its own, named in the environment before anything reads it.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl } from './databaseUrl'

const { url, template, dataDir } = inject('postgres')
const name = `test_${randomBytes(6).toString('hex')}`

const client = new pg.Client({ connectionString: url })
await client.connect()
await client.query(`create database ${name} template ${template}`)
await client.end()

process.env.DATABASE_URL = databaseUrl(url, name)
process.env.PAYLOAD_SECRET = 'a secret of the tests, and of nothing else'
process.env.DATA_DIR = dataDir
