// Builds the site when its sources changed since the last build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stopSignal } from './signals'

const SOURCES = [
  ...['src/app', 'src/cms', 'src/domain', 'src/front', 'src/site'],
  ...['src/env.ts', 'src/signature.ts'],
  'payload.config.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Written last, so an interrupted build is done again. */
const STAMP = '.next/built-from'

/** npm run build: for images, which are built before they meet a database. */
export async function main(): Promise<void> {
  await buildWhenChanged(stopSignal())
}

/** @throws what the build said when it failed; an AbortError when `stop` aborted it */
export async function buildWhenChanged(stop: AbortSignal): Promise<void> {
  const wanted = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.log('Building the site; this takes a minute or two …')
  const build = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: stop,
  })
  let said = ''
  build.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const code = await new Promise((resolve, reject) => {
    build.on('error', reject)
    build.on('close', resolve)
  })
  if (code !== 0) throw new Error(`The build failed:\n${said}`)
  writeFileSync(STAMP, wanted)
}

/** Names the build that is there. */
export const buildName = (): string => readFileSync(STAMP, 'utf8')

function fingerprint(): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of SOURCES.flatMap(filesIn).sort()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const filesIn = (entry: string): string[] =>
  path.extname(entry)
    ? [entry]
    : readdirSync(entry, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => path.join(file.parentPath, file.name))
