// Checks what a database of one's own must be, before anything is done with it: one line for each thing that is not so.
import pg from 'pg'

const PATIENCE_MS = 10_000
/** The oldest that the tests have met. */
const OLDEST_MAJOR = 15

/** How often two connections are compared: between two queries another client of the pooler may have taken the server's connection. */
const LOOKS = 5

/** What the server says of itself. */
interface Facts {
  major: number
  encoding: string
  date_style: string
  literal: string
  letters: boolean
  read_only: boolean
  schema: string | null
  may_create: boolean
  extensions: string[]
}

const FACTS = `
  select current_setting('server_version_num')::int / 10000 as major,
    current_setting('server_encoding') as encoding,
    current_setting('DateStyle') as date_style,
    current_setting('standard_conforming_strings') as literal,
    lower('TITLE') = 'title' and upper('title') = 'TITLE' as letters,
    pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as read_only,
    current_schema() as schema,
    coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create,
    array(
      select wanted.name::text from unnest(array['pg_trgm', 'unaccent']) as wanted(name)
      where not exists (select from pg_extension e where e.extname = wanted.name)
        and not (
          exists (select from pg_available_extensions a where a.name = wanted.name)
          and has_database_privilege(current_database(), 'create')
        )
    ) as extensions`

/** What is wrong, and what to do about it. */
const RULES: ((facts: Facts) => string | undefined)[] = [
  ({ major }) =>
    major < OLDEST_MAJOR
      ? `is Postgres ${major}; Backstory needs ${OLDEST_MAJOR} or newer`
      : undefined,
  ({ encoding }) =>
    encoding === 'UTF8'
      ? undefined
      : `keeps text as ${encoding}, which lacks most letters: make it with ENCODING 'UTF8' TEMPLATE template0`,
  ({ date_style }) =>
    date_style.startsWith('ISO')
      ? undefined
      : `gives dates as "${date_style}": ALTER DATABASE … SET DateStyle = 'ISO, MDY'`,
  ({ literal }) =>
    literal === 'on'
      ? undefined
      : 'reads backslashes in texts as signs of its own: ALTER DATABASE … SET standard_conforming_strings = on',
  ({ letters }) =>
    letters
      ? undefined
      : "takes other letters than i for the small I (a Turkish locale), so that addresses and searches break: make it with LOCALE 'C.UTF-8' TEMPLATE template0",
  ({ read_only }) =>
    read_only ? 'takes no writes (a standby, or default_transaction_read_only)' : undefined,
  ({ schema, may_create }) =>
    may_create
      ? undefined
      : schema === null
        ? 'has no schema on this account’s search_path: CREATE SCHEMA public'
        : `does not let this account make tables in the schema ${schema}: GRANT CREATE ON SCHEMA ${schema} TO …`,
  ({ extensions }) =>
    extensions.length === 0
      ? undefined
      : `lacks ${extensions.join(' and ')}, which this account cannot add: as a superuser, ${extensions.map((name) => `CREATE EXTENSION ${name};`).join(' ')} (of the package postgresql-contrib)`,
]

const POOLED =
  'is behind a pooler that gives each transaction another connection (PgBouncer’s pool_mode = transaction), and Backstory listens and holds locks over its connections: use pool_mode = session, or the server’s own address'

/** @throws with one line that names `DATABASE_URL` for each thing that is wrong */
export async function checkDatabase(connectionString: string): Promise<void> {
  const clients = [1, 2].map(() => createClient(connectionString))
  try {
    for (const client of clients) await client.connect()
    const [client] = clients
    if (await isPooled(clients)) throw new Error(POOLED)
    const [facts] = (await client!.query<Facts>(FACTS)).rows
    const wrong = RULES.flatMap((rule) => rule(facts!) ?? [])
    if (wrong.length > 0) throw new Error(wrong.join('\nDATABASE_URL '))
  } catch (error) {
    throw new Error(`DATABASE_URL ${describeError(error)}`)
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()))
  }
}

function createClient(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  })
  client.on('error', () => undefined)
  return client
}

/** Two open connections are two processes of the server, unless a pooler is in between. */
async function isPooled(clients: pg.Client[]): Promise<boolean> {
  const seen = clients.map(() => new Set<number>())
  for (let look = 0; look < LOOKS; look += 1)
    for (const [index, client] of clients.entries())
      seen[index]!.add((await client.query('select pg_backend_pid() as pid')).rows[0].pid)
  return (
    new Set(seen.flatMap((pids) => [...pids])).size !== clients.length ||
    seen.some(({ size }) => size > 1)
  )
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'names a server that takes no connections there',
  ENOENT: 'names a socket or file that is not there',
  ENOTFOUND: 'names a host that is not known',
  '28P01': 'has a password that the server does not take',
  '3D000': 'names a database that is not there',
}

/** An error of a host with two addresses has no message of its own. */
function describeError(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message: string; errors?: Error[] }
  const said = message || errors?.map((each) => each.message).join(', ') || String(code)
  if (code && Object.hasOwn(REASONS, code)) return `${REASONS[code]}: ${said}`
  if (/does not match certificate/.test(said))
    return `names a host that the server's certificate is not for (${said}): use the name in it, or give up on it with sslmode=no-verify`
  if (/certificate/i.test(said))
    return `asks for a certificate that could not be verified (${said}): name its authority with sslrootcert=FILE, or give up on it with sslmode=no-verify`
  if (/does not support SSL/.test(said))
    return 'asks for TLS, which the server does not speak: sslmode=prefer or sslmode=disable'
  return /^(is|keeps|gives|reads|takes|has|does|lacks) /.test(said)
    ? said
    : `cannot be used: ${said}`
}
