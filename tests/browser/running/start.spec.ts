// npm start as an operator meets it: kills, restarts, clean stops, settings, and imports beside a running site.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '@/cli/freePort'

const RUN = 'src/cli/run.mjs'
let dataDir: string
let port: string
let url: string
const started: ChildProcess[] = []

beforeAll(async () => {
  port = String(await findFreePort())
  url = `http://localhost:${port}`
  dataDir = mkdtempSync(path.join(tmpdir(), 'backstory-start-'))
})

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  const pid = postmaster()
  if (pid && isAlive(pid)) process.kill(pid, 'SIGINT')
  rmSync(dataDir, { recursive: true, force: true })
})

function run(args: string[], env: Record<string, string | undefined> = {}) {
  const child = spawn(process.execPath, [RUN, ...args], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: port,
      DATABASE_URL: undefined,
      PAYLOAD_SECRET: undefined,
      SITE_URL: undefined,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  started.push(child)
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said.text += chunk))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, said, ended }
}

async function start() {
  const site = run(['start'])
  const ready = async () => {
    while (!site.said.text.includes('Ready: ')) await sleep(50)
  }
  const failed = site.ended.then((code) => {
    throw new Error(`ended with ${code}: ${site.said.text}`)
  })
  await Promise.race([ready(), failed])
  failed.catch(() => undefined)
  return site
}

const postmasterFile = () => path.join(dataDir, 'postgres/cluster/postmaster.pid')
const postmaster = (): number | undefined =>
  existsSync(postmasterFile())
    ? Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0])
    : undefined

/** The lock file goes last, after everything is on disk; the process may linger until it is reaped. */
const stoppedCleanly = (): boolean =>
  postmaster() === undefined &&
  readFileSync(path.join(dataDir, 'postgres/postgres.log'), 'utf8')
    .trimEnd()
    .endsWith('database system is shut down')

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const status = async (at = '/') =>
  fetch(url + at).then(
    (response) => response.status,
    () => 0,
  )

describe('npm start', () => {
  it('ends with the address, the panel and how to make the first administrator', async () => {
    const site = await start()
    const lines = site.said.text.trim().split('\n')
    expect(lines.at(-1)).toBe(`Ready: ${url}`)
    expect(site.said.text).toContain(`Admin: ${url}/admin`)
    expect(site.said.text).toContain('npm run user -- create')
    expect(await status()).toBe(200)
    site.child.kill('SIGTERM')
    expect(await site.ended).toBe(0)
  }, 300_000)

  it('stops its Postgres cleanly on SIGTERM and SIGINT', async () => {
    expect(postmaster()).toBeUndefined()
    const site = await start()
    expect(postmaster()).toBeDefined()
    site.child.kill('SIGINT')
    expect(await site.ended).toBe(0)
    expect(stoppedCleanly()).toBe(true)
  })

  it('keeps its secrets beside its data, for the owner alone', () => {
    const file = path.join(dataDir, 'secrets.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(file, 'utf8')).payloadSecret).toMatch(/^[0-9a-f]{64}$/)
  })

  it('finds its Postgres again after kill -9 of node, and does not import twice', async () => {
    const site = await start()
    const pid = postmaster()
    site.child.kill('SIGKILL')
    await site.ended
    const again = await start()
    expect(postmaster()).toBe(pid)
    expect(again.said.text).not.toContain('demonstration')
    expect(await status()).toBe(200)
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
    expect(stoppedCleanly()).toBe(true)
  })

  it('starts Postgres again after kill -9 of it, and readers notice nothing', async () => {
    const site = await start()
    const pid = postmaster()!
    expect(await status('/about')).toBe(200)
    process.kill(pid, 'SIGKILL')
    const answers: number[] = []
    await expect
      .poll(
        async () => {
          answers.push(await status('/about'))
          const isReady = (await status('/readyz/writing')) === 200
          return isReady && postmaster() !== pid
        },
        { timeout: 20_000 },
      )
      .toBe(true)
    expect(new Set(answers)).toEqual(new Set([200]))
    await expect.poll(() => status('/admin/login'), { timeout: 5000 }).toBe(200)
    site.child.kill('SIGKILL')
    await site.ended
    process.kill(postmaster()!, 'SIGKILL')
    const again = await start()
    expect(await status()).toBe(200)
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  })

  it('says which port is taken', async () => {
    const site = await start()
    const second = run(['start'])
    expect(await second.ended).toBe(1)
    expect(second.said.text).toContain(`PORT ${port} is in use`)
    expect(await status()).toBe(200)
    site.child.kill('SIGTERM')
    await site.ended
  })

  it.each([
    ['PAYLOAD_SECRET', { PAYLOAD_SECRET: 'weak' }],
    ['SITE_URL', { SITE_URL: 'example.org' }],
    ['PAYLOAD_SECRET', { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', SITE_URL: 'https://a.b' }],
  ])('stops with one line that names %s', async (name, env) => {
    const site = run(['start'], env)
    expect(await site.ended).toBe(1)
    const lines = site.said.text.trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^${name} `))
  })
})

describe('npm run import', () => {
  const text = (title: string) => `# ${title}\n\nA paragraph that says what there is to say.\n`

  async function importText(title: string, ...options: string[]) {
    const command = run(['import', '-', ...options])
    command.child.stdin.end(text(title))
    return { code: await command.ended, said: command.said.text }
  }

  it('works while the site runs, and the site shows at once what was published', async () => {
    const site = await start()
    const { code, said } = await importText('Out While It Runs', '--publish')
    expect([code, said]).toEqual([0, expect.stringContaining('created: Out While It Runs')])
    expect(await status('/out-while-it-runs')).toBe(200)
    expect((await importText('Kept for Later')).code).toBe(0)
    expect(await status('/kept-for-later')).toBe(404)
    site.child.kill('SIGTERM')
    expect(await site.ended).toBe(0)
  })

  it('works while the site does not, and leaves nothing running', async () => {
    const { code, said } = await importText('Out While It Rests', '--publish', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject([{ status: 'created', path: '/out-while-it-rests' }])
    expect(postmaster()).toBeUndefined()
  })

  it('prints the outline and the receipt without a database', async () => {
    const { code, said } = await importText('Only Tried', '--dry-run')
    expect(code).toBe(0)
    expect(said).toContain('Only Tried')
    expect(postmaster()).toBeUndefined()
  })

  it('exits with 2 and names file, line and remedy when one of many is bad', async () => {
    const command = run(['import', 'tests/fixtures/articles', 'no-such-file.txt'])
    expect(await command.ended).toBe(2)
    expect(command.said.text).toContain('no-such-file.txt: cannot be read')
    expect(command.said.text).toMatch(/1 created, 0 updated, 0 unchanged, 1 failed/)
  })
})
