// Opens a page server before the stub's texts of each kind, for one spec: open from its first line until after its last test.
import pg from 'pg'
import { afterAll } from 'vitest'
import type { PageServerOptions } from '@/server/server'
import { startServer, type TestServer } from './pageServer'
import { publish, STUB_TABLE, withdraw } from './stubSite'

interface StubServer {
  front: TestServer
  /** Of the server's database, to change texts by. */
  pool: pg.Pool
}

/** `/page` is long enough to be compressed, `/gone` is withdrawn, `/old` leads to `/page`. */
export async function openStubServer(
  options: Partial<PageServerOptions> = {},
): Promise<StubServer> {
  const databaseUrl = process.env.DATABASE_URL!
  const pool = new pg.Pool({ connectionString: databaseUrl })
  await pool.query(STUB_TABLE)
  await publish(pool, '/page', 'Text. '.repeat(1000))
  await publish(pool, '/gone', 'Text.')
  await withdraw(pool, '/gone')
  await publish(pool, '/old', '/page')
  await pool.query(`update texts set status = 301 where path = '/old'`)
  const front = await startServer(databaseUrl, options)
  afterAll(async () => {
    await front.close()
    await pool.end()
  })
  return { front, pool }
}
