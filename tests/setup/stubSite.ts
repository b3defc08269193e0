// A site as the server meets it, small enough to be seen through: texts in a table, rendered in one snapshot, with their facts.
import type { RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export const STUB_TABLE = `
  create table texts (path text primary key, text text not null, status int not null default 200);
  create table renders (path text not null);
  create table stub (slow_ms int not null);
  insert into stub (slow_ms) values (0)`

/** Renders what the table says, as src/site does it: one snapshot, its revision, the facts it was made from. */
export function stubSite(connectionString: string): RequestListener & { end(): Promise<void> } {
  const pool = new pg.Pool({ connectionString, max: 6, connectionTimeoutMillis: 2000 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const handler: RequestListener = (request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith('/api/')) return answerApi(pool, path, request, response)
    render(pool, path, response).catch(() =>
      response.headersSent ? response.destroy() : response.writeHead(503).end('no database'),
    )
  }
  return Object.assign(handler, { end: () => pool.end() })
}

async function render(pool: pg.Pool, path: string, response: ServerResponse): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('insert into renders (path) values ($1)', [path])
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query(
      `select revision, slow_ms, text, status from site_revision cross join stub
       left join texts on path = $1`,
      [path],
    )
    await sleep(rows[0].slow_ms)
    await client.query('commit')
    const { revision, text, status } = rows[0]
    response.writeHead(text === null ? 404 : status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Backstory-Facts': `path:${path},text:${path}`,
      'Backstory-Revision': revision,
      Vary: 'rsc, next-router-state-tree',
      'X-Powered-By': 'A stub',
      ...(status === 301 && { Location: text }),
    })
    response.end(text === null ? 'nothing here' : `<p>${text}</p>`)
  } finally {
    client.release()
  }
}

/** `/api/echo` says how much it received, and at which address; `/api/withdraw/<name>` withdraws a text, as an editor would. */
function answerApi(
  pool: pg.Pool,
  path: string,
  ...[request, response]: Parameters<RequestListener>
) {
  let bytes = 0
  request.on('data', (chunk: Buffer) => (bytes += chunk.length))
  request.on('error', () => undefined)
  request.on('end', async () => {
    const [, withdrawn] = /^\/api\/withdraw(\/.*)$/.exec(path) ?? []
    if (withdrawn) await withdraw(pool, withdrawn)
    response.setHeader('X-Powered-By', 'A stub')
    response.setHeader('Vary', 'Sec-CH-Prefers-Color-Scheme, Accept')
    response.setHeader('Critical-CH', 'Sec-CH-Prefers-Color-Scheme')
    response.end(JSON.stringify({ bytes, url: request.url, host: request.headers.host }))
  })
}

async function commit(pool: pg.Pool, facts: string[], query: string, values: unknown[]) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(query, values)
    await client.query('insert into changed_facts select unnest($1::text[])', [facts])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** A new text, or a new address. */
export const publish = (pool: pg.Pool, path: string, text: string, isNew = true) =>
  commit(
    pool,
    [`text:${path}`, ...(isNew ? [`path:${path}`] : [])],
    `insert into texts (path, text) values ($1, $2)
     on conflict (path) do update set text = excluded.text, status = 200`,
    [path, text],
  )

export const withdraw = (pool: pg.Pool, path: string) =>
  commit(
    pool,
    [`path:${path}`, `text:${path}`],
    `update texts set status = 410, text = 'withdrawn' where path = $1`,
    [path],
  )
