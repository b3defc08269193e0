// The settings: every environment variable that Backstory reads, checked in one place.
import { isIP } from 'node:net'
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
  /** Where the embedded Postgres, the secrets and the uploaded images are kept, absolute. */
  dataDir: string
  /** The address that is listened on; undefined for all of this machine's. */
  listenHost?: string
  /** How much memory a process may keep pages in. */
  pageMemoryBytes: number
  /** How long a shared cache may keep a page without asking; at most 1 when nobody tells it of changes. */
  sharedCacheSeconds: number
  /** Who tells a shared cache of changes. */
  purge?: { url: string; token?: string }
  /** Where uploaded images are kept; without it in `dataDir`. */
  s3?: S3Settings
  /** Null: mails are kept as files in `dataDir`. */
  smtpUrl: string | null
  mailFrom: { name: string; address: string }
  /** How many proxies of ours stand before the server; see domain/clientAddress.ts. */
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

/** One thing wrong with the settings: the variable and what to do about it. */
export interface SettingIssue {
  name: string
  message: string
}

type Environment = Record<string, string | undefined>

const DEFAULT_PORT = 3000
/** 32 characters of a random alphabet are at least 128 bits (NIST SP 800-131A). */
const SECRET_LENGTH = 32

const PAGE_MEMORY_MB = 128
/** Of a cache that is told of every change: the longest that a message may be lost without being noticed. */
const SHARED_CACHE_SECONDS = 600

/** Names that never lead anywhere public (RFC 2606, 6761, 6762; `internal`: ICANN, 2024). */
const OWN_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid)$/

/** An address in numbers is where one tries things out; nobody's readers know it. */
const NUMBERS = /^(\d+(\.\d+){3}|\[.*\])$/

/** @param hostname as `URL` gives it: lower case, IPv6 in brackets */
export const isPublicHost = (hostname: string): boolean =>
  hostname.includes('.') && !OWN_NAME.test(hostname) && !NUMBERS.test(hostname)

/** What `SEARCH_ENGINES` says. */
const LISTED: Record<string, boolean> = { allow: true, refuse: false }
/** Of a cache that nobody tells: the least that HTTP knows. */
const SECONDS_UNTOLD = 1

const isNumber = (value: string): boolean => /^\d{1,9}$/.test(value)

const isPostgres = (value: string | undefined): boolean =>
  value === undefined || /^postgres(ql)?:\/\/.+/.test(value)

const isOrigin = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '')
}

const isMailServer = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const { hostname, pathname, protocol } = new URL(value)
  return /^smtps?:$/.test(protocol) && hostname !== '' && /^\/?$/.test(pathname)
}

/** `name <address>` or an address alone (RFC 5322, without its quotes and comments). */
const MAILBOX = /^(?:([^<>"\r\n]+?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@"]+@[^\s<>@"]+))$/

const isWeakSecret = (value: string): boolean =>
  value.length < SECRET_LENGTH || new Set(value).size < 8

/** One rule for each setting: what is wrong with its value, or nothing. */
const RULES: Record<string, (value: string | undefined, embedded: boolean) => string | undefined> =
  {
    DATABASE_URL: (value) =>
      isPostgres(value)
        ? undefined
        : 'must be a postgres:// address, or be left out to use the embedded Postgres',
    DATABASE_REPLICA_URL: (value, embedded) => {
      if (!isPostgres(value)) return 'must be the postgres:// address of a standby, or be left out'
      return value && embedded ? 'needs DATABASE_URL: the embedded Postgres has none' : undefined
    },
    PORT: (value) =>
      value === undefined || (/^\d{1,5}$/.test(value) && Number(value) <= 65535)
        ? undefined
        : 'must be a port number from 0 to 65535',
    SITE_URL: (value, embedded) => {
      if (value === undefined)
        return embedded ? undefined : 'is missing: the public origin, such as https://example.org'
      return isOrigin(value) ? undefined : 'must be an origin such as https://example.org, no path'
    },
    PAYLOAD_SECRET: (value, embedded) => {
      const advice = `at least ${SECRET_LENGTH} random characters, such as from: openssl rand -hex 32`
      if (value === undefined) return embedded ? undefined : `is missing: ${advice}`
      return isWeakSecret(value) ? `is weak: use ${advice}` : undefined
    },
    LISTEN_HOST: (value) =>
      value === undefined || isIP(value)
        ? undefined
        : 'must be an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all',
    PAGE_MEMORY_MB: (value) =>
      value === undefined || isNumber(value) ? undefined : 'must be a whole number of megabytes',
    CDN_PURGE_URL: (value) =>
      value === undefined || (URL.canParse(value) && /^https?:/.test(value))
        ? undefined
        : 'must be the http or https address that is told which tags have changed',
    SHARED_CACHE_SECONDS: (value) =>
      value === undefined || isNumber(value) ? undefined : 'must be a whole number of seconds',
    S3_ENDPOINT: (value) =>
      value === undefined || isOrigin(value)
        ? undefined
        : 'must be an origin such as https://s3.eu-central-1.amazonaws.com; the bucket is S3_BUCKET',
    SMTP_URL: (value) =>
      value === undefined || isMailServer(value)
        ? undefined
        : 'must be a mail server such as smtps://user:password@mail.example.org, percent-encoded, or be left out',
    MAIL_FROM: (value) =>
      value === undefined || MAILBOX.test(value)
        ? undefined
        : 'must be an address such as desk@example.org or The Desk <desk@example.org>',
    SEARCH_ENGINES: (value) =>
      value === undefined || Object.hasOwn(LISTED, value)
        ? undefined
        : `must be ${Object.keys(LISTED).join(' or ')}`,
    TRUSTED_PROXIES: (value) =>
      value === undefined || /^\d$/.test(value)
        ? undefined
        : 'must be how many proxies stand before this server, from 0 to 9',
  }

const UNTOLD: SettingIssue = {
  name: 'SHARED_CACHE_SECONDS',
  message: `above ${SECONDS_UNTOLD} needs CDN_PURGE_URL: a cache that nobody tells goes on showing what was withdrawn`,
}

const S3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

/** All of them or none: half of them would lead images to where nobody looks for them. */
function missingOfS3(env: Environment): SettingIssue[] {
  const missing = S3.filter((name) => without(env[name]) === undefined)
  if (missing.length === 0 || missing.length === S3.length) return []
  const [name = ''] = missing
  const message = `is missing: images are kept in S3 with all of ${S3.join(', ')}, or with none`
  return [{ name, message }]
}

const without = (value: string | undefined): string | undefined => value?.trim() || undefined

/**
 * What is wrong with the environment; empty when Backstory may start. Without `DATABASE_URL` the embedded
 * Postgres serves this machine alone, and the other settings have defaults.
 */
export function settingIssues(env: Environment): SettingIssue[] {
  const embedded = without(env.DATABASE_URL) === undefined
  const issues = Object.entries(RULES).flatMap(([name, rule]) => {
    const message = rule(without(env[name]), embedded)
    return message ? [{ name, message }] : []
  })
  const { sharedCacheSeconds, purge } = readSettings(env)
  if (sharedCacheSeconds > SECONDS_UNTOLD && !purge) issues.push(UNTOLD)
  return [...issues, ...missingOfS3(env)]
}

/** Without a `MAIL_FROM` the site's own host. */
function mailbox(value: string | undefined, siteUrl: string): Settings['mailFrom'] {
  const [, name, named, bare] = MAILBOX.exec(value ?? '') ?? []
  return { name: name ?? 'Backstory', address: named ?? bare ?? `backstory@${hostOf(siteUrl)}` }
}

const hostOf = (siteUrl: string): string =>
  URL.canParse(siteUrl) ? new URL(siteUrl).hostname : 'localhost'
function s3Of(env: Environment): S3Settings | undefined {
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = S3.map((name) =>
    without(env[name]),
  )
  if (!endpoint || !bucket || !region || !accessKeyId || !secretAccessKey) return undefined
  return { endpoint: endpoint.replace(/\/$/, ''), bucket, region, accessKeyId, secretAccessKey }
}

/** Reads without judging: building and generating types need no database and no secret. */
export function readSettings(env: Environment): Settings {
  const port = Number(without(env.PORT) ?? DEFAULT_PORT)
  const purgeUrl = without(env.CDN_PURGE_URL)
  const siteUrl = (without(env.SITE_URL) ?? `http://localhost:${port}`).replace(/\/$/, '')
  return {
    production: env.NODE_ENV === 'production',
    databaseUrl: without(env.DATABASE_URL) ?? '',
    replicaUrl: without(env.DATABASE_REPLICA_URL),
    port,
    siteUrl,
    listed: LISTED[without(env.SEARCH_ENGINES) ?? ''] ?? isPublicHost(hostOf(siteUrl)),
    payloadSecret: without(env.PAYLOAD_SECRET) ?? '',
    dataDir: path.resolve(without(env.DATA_DIR) ?? 'data'),
    // Without a database of its own it is somebody's own machine, and nobody else's business.
    listenHost: without(env.LISTEN_HOST) ?? (without(env.DATABASE_URL) ? undefined : '127.0.0.1'),
    pageMemoryBytes: Number(without(env.PAGE_MEMORY_MB) ?? PAGE_MEMORY_MB) * 1024 * 1024,
    sharedCacheSeconds: Number(
      without(env.SHARED_CACHE_SECONDS) ?? (purgeUrl ? SHARED_CACHE_SECONDS : 0),
    ),
    purge: purgeUrl ? { url: purgeUrl, token: without(env.CDN_PURGE_TOKEN) } : undefined,
    s3: s3Of(env),
    smtpUrl: without(env.SMTP_URL) ?? null,
    mailFrom: mailbox(without(env.MAIL_FROM), siteUrl),
    trustedProxies: Number(without(env.TRUSTED_PROXIES) ?? 0),
  }
}

/** The settings of this process, as its environment is now. */
export const settings = (): Settings => readSettings(process.env)
