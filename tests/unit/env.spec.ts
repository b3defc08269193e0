// Settings: their defaults, and the name of each one that is missing or weak.
import { describe, expect, it } from 'vitest'
import { readSettings, settingIssues } from '@/env'

const SECRET = '0123456789abcdef0123456789abcdef'
const team = {
  DATABASE_URL: 'postgres://u:p@db/backstory',
  SITE_URL: 'https://example.org',
  PAYLOAD_SECRET: SECRET,
}
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
    ['TRUSTED_PROXIES', 'yes'],
    ['TRUSTED_PROXIES', '-1'],
  ])('name %s when it is %j', (name, value) => {
    expect(names({ ...team, [name]: value })).toEqual([name])
    expect(settingIssues({ ...team, [name]: value })[0]?.message).toBeTruthy()
  })

  it('trust no proxy until told how many there are', () => {
    expect(readSettings({}).trustedProxies).toBe(0)
    expect(readSettings({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
  })

  it('take an empty value as none, and no closing slash', () => {
    expect(names({ DATABASE_URL: '', SITE_URL: ' ' })).toEqual([])
    expect(readSettings({ SITE_URL: 'https://example.org/' }).siteUrl).toBe('https://example.org')
  })
})
