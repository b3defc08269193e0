// Reads the settings: every environment variable that Backstory reads, in one place.
import path from 'node:path'

/** `SITE_URL` has no closing slash. */
export interface Settings {
  production: boolean
  databaseUrl: string
  /** A standby of that database, which readers' pages may be read from. */
  replicaUrl?: string
  port: number
  siteUrl: string
  /** Whether search engines may list the site. */
  listed: boolean
  payloadSecret: string
  /** Whether an empty database gets the demonstration articles. */
  demonstration: boolean
  /** The folder of the embedded Postgres, the secrets and the uploaded images, absolute. */
  dataDir: string
  /** The address that is listened on; undefined for all of this machine's. */
  listenHost?: string
  /** How much memory a process may keep pages in. */
  pageMemoryBytes: number
  /** How long a shared cache may keep a page without asking; at most 1 when it is not told of changes. */
  sharedCacheSeconds: number
  /** The address by which a shared cache is told of changes. */
  purge?: { url: string; token?: string }
  /** Where uploaded images are kept; without it in `dataDir`. */
  s3?: S3Settings
  /** Null: mails are kept as files in `dataDir`. */
  smtpUrl: string | null
  mailFrom: { name: string; address: string }
  /** How many proxies of ours are in front of the server; see domain/http/clientAddress.ts. */
  trustedProxies: number
}

/** A bucket of an S3-compatible storage; `endpoint` has no closing slash. */
export interface S3Settings {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export type Environment = Record<string, string | undefined>

const DEFAULT_PORT = 3000

const PAGE_MEMORY_MB = 48
/** Of a cache that is told of every change: the longest that a message may be lost without being noticed. */
const SHARED_CACHE_SECONDS = 600

/** What `SEARCH_ENGINES` says. */
export const LISTED: Record<string, boolean> = { allow: true, refuse: false }

/** What `DEMONSTRATION` says. */
export const WANTED: Record<string, boolean> = { yes: true, no: false }

/** Blanks count as nothing. */
export const given = (value: string | undefined): string | undefined => value?.trim() || undefined

/** `name <address>` or an address alone (RFC 5322, without its quotes and comments). */
export const MAILBOX = /^(?:([^<>"\r\n]+?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@"]+@[^\s<>@"]+))$/

/** Without a `MAIL_FROM` the site's own host. */
function mailbox(value: string | undefined, siteUrl: string): Settings['mailFrom'] {
  const [, name, named, bare] = MAILBOX.exec(value ?? '') ?? []
  return { name: name ?? 'Backstory', address: named ?? bare ?? `backstory@${hostOf(siteUrl)}` }
}

const hostOf = (siteUrl: string): string =>
  URL.canParse(siteUrl) ? new URL(siteUrl).hostname : 'localhost'

/** All of them or none. */
export const S3 = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
]

function s3Of(env: Environment): S3Settings | undefined {
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = S3.map((name) =>
    given(env[name]),
  )
  if (!endpoint || !bucket || !region || !accessKeyId || !secretAccessKey) return undefined
  return { endpoint: endpoint.replace(/\/$/, ''), bucket, region, accessKeyId, secretAccessKey }
}

/** Reads without judging: building and generating types need no database and no secret. */
export function readSettings(env: Environment): Settings {
  const port = Number(given(env.PORT) ?? DEFAULT_PORT)
  const purgeUrl = given(env.CDN_PURGE_URL)
  const siteUrl = (given(env.SITE_URL) ?? `http://localhost:${port}`).replace(/\/$/, '')
  return {
    production: env.NODE_ENV === 'production',
    databaseUrl: given(env.DATABASE_URL) ?? '',
    replicaUrl: given(env.DATABASE_REPLICA_URL),
    port,
    siteUrl,
    listed: LISTED[given(env.SEARCH_ENGINES) ?? ''] ?? given(env.SITE_URL) !== undefined,
    payloadSecret: given(env.PAYLOAD_SECRET) ?? '',
    demonstration: WANTED[given(env.DEMONSTRATION) ?? ''] ?? given(env.DATABASE_URL) === undefined,
    dataDir: path.resolve(given(env.DATA_DIR) ?? 'data'),
    // Without a database of its own it is somebody's own machine, and nobody else's business.
    listenHost: given(env.LISTEN_HOST) ?? (given(env.DATABASE_URL) ? undefined : '127.0.0.1'),
    pageMemoryBytes: Number(given(env.PAGE_MEMORY_MB) ?? PAGE_MEMORY_MB) * 1024 * 1024,
    sharedCacheSeconds: Number(
      given(env.SHARED_CACHE_SECONDS) ?? (purgeUrl ? SHARED_CACHE_SECONDS : 0),
    ),
    purge: purgeUrl ? { url: purgeUrl, token: given(env.CDN_PURGE_TOKEN) } : undefined,
    s3: s3Of(env),
    smtpUrl: given(env.SMTP_URL) ?? null,
    mailFrom: mailbox(given(env.MAIL_FROM), siteUrl),
    trustedProxies: Number(given(env.TRUSTED_PROXIES) ?? 0),
  }
}

/** The settings of this process, as its environment is now. */
export const settings = (): Settings => readSettings(process.env)
