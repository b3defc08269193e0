// The settings: every environment variable that Backstory reads, checked in one place.
import path from 'node:path'

/** `SITE_URL` has no closing slash. */
export interface Settings {
  production: boolean
  databaseUrl: string
  port: number
  siteUrl: string
  payloadSecret: string
  /** Where the embedded Postgres, the secrets and the uploaded images are kept, absolute. */
  dataDir: string
  /** How many proxies of ours stand before the server; see domain/clientAddress.ts. */
  trustedProxies: number
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

const isOrigin = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '')
}

const isWeakSecret = (value: string): boolean =>
  value.length < SECRET_LENGTH || new Set(value).size < 8

/** One rule for each setting: what is wrong with its value, or nothing. */
const RULES: Record<string, (value: string | undefined, embedded: boolean) => string | undefined> =
  {
    DATABASE_URL: (value) =>
      value === undefined || /^postgres(ql)?:\/\/.+/.test(value)
        ? undefined
        : 'must be a postgres:// address, or be left out to use the embedded Postgres',
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
    TRUSTED_PROXIES: (value) =>
      value === undefined || /^\d$/.test(value)
        ? undefined
        : 'must be how many proxies stand before this server, from 0 to 9',
  }

const without = (value: string | undefined): string | undefined => value?.trim() || undefined

/**
 * What is wrong with the environment; empty when Backstory may start. Without `DATABASE_URL` the embedded
 * Postgres serves this machine alone, and the other settings have defaults.
 */
export function settingIssues(env: Environment): SettingIssue[] {
  const embedded = without(env.DATABASE_URL) === undefined
  return Object.entries(RULES).flatMap(([name, rule]) => {
    const message = rule(without(env[name]), embedded)
    return message ? [{ name, message }] : []
  })
}

/** Reads without judging: building and generating types need no database and no secret. */
export function readSettings(env: Environment): Settings {
  const port = Number(without(env.PORT) ?? DEFAULT_PORT)
  return {
    production: env.NODE_ENV === 'production',
    databaseUrl: without(env.DATABASE_URL) ?? '',
    port,
    siteUrl: (without(env.SITE_URL) ?? `http://localhost:${port}`).replace(/\/$/, ''),
    payloadSecret: without(env.PAYLOAD_SECRET) ?? '',
    dataDir: path.resolve(without(env.DATA_DIR) ?? 'data'),
    trustedProxies: Number(without(env.TRUSTED_PROXIES) ?? 0),
  }
}

/** The settings of this process, as its environment is now. */
export const settings = (): Settings => readSettings(process.env)
