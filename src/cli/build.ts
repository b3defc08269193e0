// Builds the site when its sources changed since the last build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stopSignal } from './signals'
import { readArguments } from './usage'

const USAGE = 'Usage: npm run build'

/** Rooms of src that Next never sees. */
const NOT_BUILT = ['cli', 'jobs']

const SOURCES = [
  ...readdirSync('src')
    .filter((entry) => !NOT_BUILT.includes(entry))
    .map((entry) => `src/${entry}`),
  'payload.config.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** The most that it took under Linux on two processors: 1.9 GB of Turbopack's, and webpack was content with 1000 MB. */
const QUICK_MB = 2000
const LEAST_MB = 1000

const NEXT = 'node_modules/next/dist/bin/next'

/** Written last, so an interrupted build is done again. */
const STAMP = '.next/built-from'

/** npm run build: for images, which are built before they meet a database. */
export async function main(args: string[]): Promise<void> {
  readArguments(USAGE, { args })
  await buildWhenChanged(stopSignal())
}

/** @throws what the build said when it failed; an AbortError when `stop` aborted it */
export async function buildWhenChanged(stop: AbortSignal): Promise<void> {
  const wanted = fingerprintSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  const way = wayToBuild(Math.floor(process.availableMemory() / 2 ** 20))
  console.log(way.announcement)
  const build = spawn(process.execPath, [...way.flags, NEXT, 'build', ...way.options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
  })
  let said = ''
  for (const stream of [build.stdout, build.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => (said += words))
  const ended = await new Promise<Ended>((resolve, reject) => {
    build.on('error', reject)
    build.on('close', (code, signal) => resolve({ code, signal }))
  })
  if (ended.code !== 0) throw new Error(describeFailure(said, ended))
  writeFileSync(STAMP, wanted)
}

interface WayToBuild {
  announcement: string
  /** Of Node. */
  flags: string[]
  /** Of Next's command. */
  options: string[]
}

/** Turbopack is quick and takes what it likes; webpack takes longer, and does with less. */
export function wayToBuild(freeMb: number): WayToBuild {
  if (freeMb >= QUICK_MB)
    return {
      announcement: 'Building the site; this takes a minute or two …',
      flags: [],
      options: [],
    }
  const less = freeMb < LEAST_MB ? ` (less than the ${LEAST_MB} MB that suffice)` : ''
  return {
    announcement: `Building the site; with ${freeMb} MB of memory free${less} this takes some minutes …`,
    flags: ['--max-old-space-size=700'],
    options: ['--webpack'],
  }
}

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

/** The system kills a process that takes too much memory (signal 9, or 128 + 9 of a shell); V8 and Next say it in words. */
const OUT_OF_MEMORY = /heap out of memory|Allocation failed|SIGKILL|ENOMEM/

export function describeFailure(said: string, { code, signal }: Ended): string {
  const words = said.trim()
  const wasKilled = signal === 'SIGKILL' || code === 137 || OUT_OF_MEMORY.test(words)
  const why = wasKilled
    ? `The build was out of memory: it takes ${LEAST_MB} MB at least. Give the machine that much (swap will do), or build on another one (npm run build, the same Node) and copy the folder .next here.`
    : `The build failed${signal ? `, ended by ${signal}` : ` with code ${code}`}.`
  return words ? `${why}\n${words}` : why
}

/** Names the build that is there. */
export const readBuildName = (): string => readFileSync(STAMP, 'utf8')

function fingerprintSources(): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of SOURCES.flatMap(listFiles).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const listFiles = (entry: string): string[] =>
  path.extname(entry)
    ? [entry]
    : readdirSync(entry, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => path.join(file.parentPath, file.name))
