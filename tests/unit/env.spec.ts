// Settings: their defaults, and the name of each one that is missing or weak.
import { describe, expect, it } from 'vitest'
import { readSettings } from '@/env'
import { settingIssues } from '@/envRules'

const SECRET = '0123456789abcdef0123456789abcdef'
const team = {
  DATABASE_URL: 'postgres://u:p@db/backstory',
  SITE_URL: 'https://example.org',
  PAYLOAD_SECRET: SECRET,
}
const s3 = {
  S3_ENDPOINT: 'https://s3.example.org/',
  S3_BUCKET: 'images',
  S3_REGION: 'eu-1',
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'secret',
}
const withS3 = (name: string) => (name.startsWith('S3_') ? s3 : {})
const names = (env: Record<string, string | undefined>) =>
  settingIssues(env).map(({ name }) => name)

describe('the settings', () => {
  it('have defaults for one machine', () => {
    expect(settingIssues({})).toEqual([])
    expect(readSettings({})).toMatchObject({ port: 3000, siteUrl: 'http://localhost:3000' })
    expect(readSettings({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080')
  })

  it('need an origin and a secret beside a database of their own', () => {
    expect(names(team)).toEqual([])
    expect(names({ DATABASE_URL: team.DATABASE_URL })).toEqual(['SITE_URL', 'PAYLOAD_SECRET'])
  })

  it.each([
    ['PAYLOAD_SECRET', 'secret'],
    ['PAYLOAD_SECRET', 'a'.repeat(40)],
    ['SITE_URL', 'example.org'],
    ['SITE_URL', 'https://example.org/blog'],
    ['SITE_URL', 'ftp://example.org'],
    ['PORT', '70000'],
    ['PORT', 'web'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'postgres://u:p@one:5432,two:5432/backstory'],
    ['DATABASE_URL', 'postgres://u:p@db/backstory?sslmode=maybe'],
    ['DATABASE_URL', 'postgres://u:p@db/backstory?sslrootcert=/no/such/file'],
    ['DATABASE_URL', 'postgres://u:pa/ss@db/backstory'],
    ['DATABASE_REPLICA_URL', 'postgres://u:p@one,two/backstory'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['SMTP_URL', 'smtp://user:pa/ss@mail.example.org'],
    ['MAIL_FROM', 'The Desk'],
    ['MAIL_FROM', 'The Desk <desk@example.org'],
    ['MAIL_FROM', 'Desk\r\nBcc: x@example.org <desk@example.org>'],
    ['SEARCH_ENGINES', 'yes'],
    ['DEMONSTRATION', 'true'],
    ['TRUSTED_PROXIES', 'yes'],
    ['TRUSTED_PROXIES', '-1'],
    ['LISTEN_HOST', 'example.org'],
    ['PAGE_MEMORY_MB', 'much'],
    ['CDN_PURGE_URL', 'cdn.example.org'],
    ['SHARED_CACHE_SECONDS', 'an hour'],
    ['SHARED_CACHE_SECONDS', '60'],
    ['SHARED_CACHE_SECONDS', '2'],
    ['DATABASE_REPLICA_URL', 'replica:5432'],
    ['S3_ENDPOINT', 's3.example.org'],
    ['S3_ENDPOINT', 'https://s3.example.org/bucket'],
  ])('name %s when it is %j', (name, value) => {
    expect(names({ ...team, ...withS3(name), [name]: value })).toEqual([name])
    expect(settingIssues({ ...team, [name]: value })[0]?.message).toBeTruthy()
  })

  it('let search engines list a site that was told its address, unless they say otherwise', () => {
    expect(readSettings({}).listed).toBe(false)
    expect(readSettings(team).listed).toBe(true)
    expect(readSettings({ ...team, SEARCH_ENGINES: 'refuse' }).listed).toBe(false)
    expect(readSettings({ SEARCH_ENGINES: 'allow' }).listed).toBe(true)
  })

  it('trust no proxy until told how many there are', () => {
    expect(readSettings({}).trustedProxies).toBe(0)
    expect(readSettings({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
  })

  it('let a shared cache keep pages only when it is told of changes', () => {
    expect(readSettings(team)).toMatchObject({ sharedCacheSeconds: 0, purge: undefined })
    const told = { ...team, CDN_PURGE_URL: 'https://cdn.example.org/purge', CDN_PURGE_TOKEN: 'x' }
    expect(names({ ...told, SHARED_CACHE_SECONDS: '60' })).toEqual([])
    expect(readSettings(told)).toMatchObject({
      sharedCacheSeconds: 600,
      purge: { url: told.CDN_PURGE_URL, token: 'x' },
    })
  })

  it('let one that is told of nothing keep pages for a second, when somebody says so', () => {
    const asked = { ...team, SHARED_CACHE_SECONDS: '1' }
    expect(settingIssues(asked)).toEqual([])
    expect(readSettings(asked)).toMatchObject({ sharedCacheSeconds: 1, purge: undefined })
  })

  it('keep images in S3 with all that it takes, or not at all', () => {
    expect(readSettings(team).s3).toBeUndefined()
    expect(settingIssues({ ...team, ...s3 })).toEqual([])
    expect(readSettings({ ...team, ...s3 }).s3).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'images',
      region: 'eu-1',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    })
    for (const name of Object.keys(s3))
      expect(names({ ...team, ...s3, [name]: '' })).toEqual([name])
  })

  it('read from a standby only beside a database of their own', () => {
    const DATABASE_REPLICA_URL = 'postgres://u:p@replica/backstory'
    expect(names({ DATABASE_REPLICA_URL })).toEqual(['DATABASE_REPLICA_URL'])
    expect(readSettings({ ...team, DATABASE_REPLICA_URL }).replicaUrl).toBe(DATABASE_REPLICA_URL)
  })

  it('open the site to others only where it has a database of its own, or is told to', () => {
    expect(readSettings({}).listenHost).toBe('127.0.0.1')
    expect(readSettings(team).listenHost).toBeUndefined()
    expect(readSettings({ LISTEN_HOST: '0.0.0.0' }).listenHost).toBe('0.0.0.0')
  })

  it('bring demonstration articles with the embedded Postgres alone, unless they say otherwise', () => {
    expect(readSettings({}).demonstration).toBe(true)
    expect(readSettings(team).demonstration).toBe(false)
    expect(readSettings({ ...team, DEMONSTRATION: 'yes' }).demonstration).toBe(true)
    expect(readSettings({ DEMONSTRATION: 'no' }).demonstration).toBe(false)
  })

  it.each([
    'postgres:///backstory?host=/var/run/postgresql',
    'postgres://%2Fvar%2Frun%2Fpostgresql/backstory',
    'postgresql://u:p@[::1]:5432/backstory?sslmode=prefer',
    'postgres://u:p%2Cq@db/backstory',
  ])('take the address %s', (DATABASE_URL) => {
    expect(settingIssues({ ...team, DATABASE_URL })).toEqual([])
  })

  it('take an empty value as none, and no closing slash', () => {
    expect(names({ DATABASE_URL: '', SITE_URL: ' ' })).toEqual([])
    expect(readSettings({ SITE_URL: 'https://example.org/' }).siteUrl).toBe('https://example.org')
  })

  it('keep mails as files until a mail server is named, and send them from the site’s own host', () => {
    const { mailFrom, smtpUrl } = readSettings({ SITE_URL: 'https://example.org' })
    expect(smtpUrl).toBeNull()
    expect(mailFrom).toEqual({ name: 'Backstory', address: 'backstory@example.org' })
  })

  it.each([
    ['desk@example.org', { name: 'Backstory', address: 'desk@example.org' }],
    ['The Desk <desk@example.org>', { name: 'The Desk', address: 'desk@example.org' }],
  ])('send mails from %s', (MAIL_FROM, mailFrom) => {
    const env = { ...team, MAIL_FROM, SMTP_URL: 'smtps://me:a%2Fb@mail.example.org:465' }
    expect(settingIssues(env)).toEqual([])
    expect(readSettings(env)).toMatchObject({ mailFrom, smtpUrl: env.SMTP_URL })
  })
})
