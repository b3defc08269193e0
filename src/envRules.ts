// Checks each setting against its rule, once, at the start.
import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { LISTED, MAILBOX, readSettings, S3, given, WANTED, type Environment } from './env'

/** One thing wrong with the settings: the variable and what to do about it. */
export interface SettingIssue {
  name: string
  message: string
}

/** 32 characters of a random alphabet are at least 128 bits (NIST SP 800-131A). */
const SECRET_LENGTH = 32

/** Of a cache that nobody tells: the least that HTTP knows. */
const SECONDS_UNTOLD = 1

const isNumber = (value: string): boolean => /^\d{1,9}$/.test(value)

/** Of libpq's, and the driver's own for a certificate that nobody checks. */
const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/** What is wrong with the address of a server, beside what only the server knows. */
function postgresIssue(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const [, hosts] = /^postgres(?:ql)?:\/\/(?:[^@/?]*@)?([^/?]*)./.exec(value) ?? []
  if (hosts === undefined) return 'must be a postgres:// address'
  if (hosts.includes(',')) return 'names several hosts; Backstory connects to one: name the primary'
  if (!URL.canParse(value) && !URL.canParse(value.replace(/:\/\/([^@/?]*@)?\//, '://$1host/')))
    return 'cannot be read: percent-encode what user name and password contain beside letters and digits'
  const [, mode] = /[?&]sslmode=([^&]*)/.exec(value) ?? []
  if (mode !== undefined && !SSL_MODES.includes(mode))
    return `has an sslmode that is none of ${SSL_MODES.join(', ')}`
  return fileIssue(value)
}

function fileIssue(value: string): string | undefined {
  for (const [, name, file = ''] of value.matchAll(/[?&](sslrootcert|sslcert|sslkey)=([^&]*)/g))
    if (!existsSync(decodeURIComponent(file)))
      return `names a file that is not there: ${name}=${file}`
  return undefined
}

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

const oneOf = (known: object) => (value: string | undefined) =>
  value === undefined || Object.hasOwn(known, value)
    ? undefined
    : `must be ${Object.keys(known).join(' or ')}`

const isWeakSecret = (value: string): boolean =>
  value.length < SECRET_LENGTH || new Set(value).size < 8

// With zod 4.6.7 this file had 165 lines instead of 145, and each process 13 MB and 0.1 s more; the check takes 1 ms.
/** One rule for each setting: what is wrong with its value, or nothing. */
const RULES: Record<string, (value: string | undefined, embedded: boolean) => string | undefined> =
  {
    DATABASE_URL: (value) => postgresIssue(value),
    DATABASE_REPLICA_URL: (value, embedded) => {
      if (value && embedded) return 'needs DATABASE_URL: the embedded Postgres has none'
      return postgresIssue(value)
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
    SEARCH_ENGINES: oneOf(LISTED),
    DEMONSTRATION: oneOf(WANTED),
    TRUSTED_PROXIES: (value) =>
      value === undefined || /^\d$/.test(value)
        ? undefined
        : 'must be how many proxies stand before this server, from 0 to 9',
  }

const UNTOLD: SettingIssue = {
  name: 'SHARED_CACHE_SECONDS',
  message: `above ${SECONDS_UNTOLD} needs CDN_PURGE_URL: a cache that nobody tells goes on showing what was withdrawn`,
}

/** All of them or none: half of them would lead images to where nobody looks for them. */
function missingOfS3(env: Environment): SettingIssue[] {
  const missing = S3.filter((name) => given(env[name]) === undefined)
  if (missing.length === 0 || missing.length === S3.length) return []
  const [name = ''] = missing
  const message = `is missing: images are kept in S3 with all of ${S3.join(', ')}, or with none`
  return [{ name, message }]
}

/**
 * What is wrong with the environment; empty when Backstory may start. Without `DATABASE_URL` the embedded
 * Postgres serves this machine alone, and the other settings have defaults.
 */
export function settingIssues(env: Environment): SettingIssue[] {
  const embedded = given(env.DATABASE_URL) === undefined
  const issues = Object.entries(RULES).flatMap(([name, rule]) => {
    const message = rule(given(env[name]), embedded)
    return message ? [{ name, message }] : []
  })
  const { sharedCacheSeconds, purge } = readSettings(env)
  if (sharedCacheSeconds > SECONDS_UNTOLD && !purge) issues.push(UNTOLD)
  return [...issues, ...missingOfS3(env)]
}
