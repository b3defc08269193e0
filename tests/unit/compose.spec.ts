// docker-compose.yml: what it names exists, and its parts fit one another.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSettings } from '@/env'

interface Service {
  build?: string
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  volumes?: string[]
  ports?: string[]
  healthcheck?: object
  restart?: string
  logging?: { options: Record<string, string> }
}

const text = readFileSync('docker-compose.yml', 'utf8')
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, null>
  networks?: object
}
const { services } = compose
const apps = Object.entries(services).filter(([, service]) => service.build)
const nginx = readFileSync('deploy/nginx.conf.template', 'utf8')

/** Every environment variable that the settings are read from. */
function settingNames(): string[] {
  const names = new Set<string>()
  const everything = new Proxy<Record<string, string | undefined>>(
    {},
    { get: (_, name) => (names.add(String(name)), undefined) },
  )
  readSettings(everything)
  // Read only where CDN_PURGE_URL is set.
  names.add('CDN_PURGE_TOKEN')
  return [...names].sort()
}

describe('docker-compose.yml', () => {
  it('runs two instances that are the same', () => {
    const [one, two] = apps.map(([, service]) => service)
    expect(apps).toHaveLength(2)
    expect(one).toEqual(two)
  })

  it('passes every setting on that the image does not fix, and no other', () => {
    const image = readFileSync('Dockerfile', 'utf8')
    // Of the addresses inside the container all are listened on; the setting says which of the machine's are published.
    const own = (name: string) => name === 'LISTEN_HOST' || image.includes(` ${name}=`)
    for (const [, { environment = {} }] of apps)
      expect(Object.keys(environment).sort()).toEqual(settingNames().filter((name) => !own(name)))
    for (const [, { environment = {} }] of apps)
      for (const [name, value] of Object.entries(environment))
        if (name !== 'DATABASE_URL') expect(value).toMatch(new RegExp(`^\\$\\{${name}:[-?]`))
  })

  it('publishes nothing but nginx, and that for this machine alone unless somebody says so', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    )
    expect(published).toEqual([['nginx', '${LISTEN_HOST:-127.0.0.1}:${PORT:-3000}:80']])
  })

  it('fixes no subnet', () => {
    expect(compose.networks).toBeUndefined()
    expect(text).not.toMatch(/subnet|ipv4_address/)
  })

  it('bounds the logs of every service, asks each whether it is well, and starts it again', () => {
    for (const [name, { healthcheck, logging, restart }] of Object.entries(services)) {
      expect(logging?.options, name).toMatchObject({ 'max-size': '20m', 'max-file': '5' })
      expect(healthcheck, name).toBeDefined()
      expect(restart, name).toBe('unless-stopped')
    }
  })

  it('asks for nothing that .env.example does not explain', () => {
    const explained = readFileSync('.env.example', 'utf8')
    for (const [, name] of text.matchAll(/\$\{([A-Z0-9_]+)/g))
      expect(explained).toMatch(new RegExp(`^#?${name}=`, 'm'))
  })

  it('waits for services and uses files and volumes that exist', () => {
    for (const service of Object.values(services)) {
      if (service.build) expect(existsSync(`${service.build}/Dockerfile`)).toBe(true)
      for (const name of Object.keys(service.depends_on ?? {}))
        expect(services).toHaveProperty(name)
      for (const [source = ''] of (service.volumes ?? []).map((volume) => volume.split(':')))
        if (source.startsWith('.')) expect(existsSync(source), source).toBe(true)
        else expect(compose.volumes).toHaveProperty(source)
    }
  })

  it('gives nginx exactly these instances, found again wherever they are', () => {
    const named = [...nginx.matchAll(/server (app-\d):3000( resolve)?/g)]
    expect([...new Set(named.map(([, name = '']) => name))].sort()).toEqual(
      apps.map(([name]) => name),
    )
    expect(named.every(([, , resolve]) => resolve)).toBe(true)
    const [, major = 0, minor = 0] = /image: nginx:(\d+)\.(\d+)/.exec(text)?.map(Number) ?? []
    expect(major * 100 + minor).toBeGreaterThanOrEqual(127)
  })

  it('trusts as many proxies as it starts', () => {
    expect(text).toContain('TRUSTED_PROXIES: ${TRUSTED_PROXIES:-1}')
  })
})
