// docker-compose.yml: what it names exists, and its parts fit one another.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Service {
  build?: string
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  volumes?: string[]
  networks?: { default: { ipv4_address: string } }
}

const text = readFileSync('docker-compose.yml', 'utf8')
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, null>
  networks: { default: { ipam: { config: [{ subnet: string }] } } }
}
const { services } = compose
const apps = Object.entries(services).filter(([, service]) => service.build)
const nginx = readFileSync('deploy/nginx.conf.template', 'utf8')

describe('docker-compose.yml', () => {
  it('runs two instances that differ in their addresses alone', () => {
    const [one, two] = apps.map(([, { networks, ...others }]) => [others, networks] as const)
    expect(apps).toHaveLength(2)
    expect(one?.[0]).toEqual(two?.[0])
    expect(one?.[1]).not.toEqual(two?.[1])
  })

  it('tells the app settings that it knows', () => {
    const known = readFileSync('src/env.ts', 'utf8')
    for (const [, { environment = {} }] of apps)
      for (const name of Object.keys(environment))
        expect(known).toMatch(new RegExp(`\\b${name}\\b`))
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

  it('gives nginx exactly these instances, at addresses that stay', () => {
    const named = [...nginx.matchAll(/server (app-\d):3000/g)].map(([, name = '']) => name)
    expect([...new Set(named)].sort()).toEqual(apps.map(([name]) => name))
    const network = compose.networks.default.ipam.config[0].subnet.replace(/\d+\/24$/, '')
    for (const [, { networks }] of apps) expect(networks?.default.ipv4_address).toContain(network)
  })

  it('trusts as many proxies as it starts', () => {
    expect(text).toContain('TRUSTED_PROXIES: ${TRUSTED_PROXIES:-1}')
  })
})
