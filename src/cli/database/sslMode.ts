// Converts the addresses of databases, as people write them for libpq, into what the driver understands.
import pg from 'pg'

const PATIENCE_MS = 10_000

/** How libpq's modes that try (PostgreSQL, 34.1.2 and table 34.1) begin, and what they go on with. */
const TRIES: Record<string, { first: string; then: string }> = {
  prefer: { first: 'no-verify', then: 'disable' },
  allow: { first: 'disable', then: 'no-verify' },
}

/** The driver takes these for `verify-full`, and says at each connection that it will not always. */
const VERIFIED = new Set(['require', 'verify-ca'])

const MODE = /([?&]sslmode=)([^&]*)/

/** One mode for all connections: tried once where the address says that either would do. */
export async function settleSslMode(url: string): Promise<string> {
  const mode = MODE.exec(url)?.[2] ?? ''
  const using = (other: string) => url.replace(MODE, `$1${other}`)
  if (VERIFIED.has(mode)) return using('verify-full')
  if (!Object.hasOwn(TRIES, mode)) return url
  const { first, then } = TRIES[mode]!
  return using((await canConnect(using(first))) ? first : then)
}

/** A server that refuses either way says why at the next connection. */
async function canConnect(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
