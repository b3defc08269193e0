// What the tools cannot say about the shape of the project, said here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Made by machines, so no house rule concerns them. */
const GENERATED = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']

/** The names that Next looks for in src/app. */
const ROUTES = /^(page|layout|not-found|error|route)\.tsx?$/

const MAX_LINES = 250

const filesIn = (folder: string, extensions = /\.(tsx?|mjs|mts|cjs)$/): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && extensions.test(file.name))
    .map((file) => path.posix.join(file.parentPath, file.name))
    .filter((file) => !GENERATED.includes(file) && !file.startsWith('tests/output/'))

const written = [
  ...['src', 'tests', 'tools'].flatMap((folder) => filesIn(folder)),
  ...readdirSync('.').filter(
    (file) => /\.(ts|mts|mjs|cjs)$/.test(file) && file !== 'next-env.d.ts',
  ),
]

const lines = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n')

describe('the files', () => {
  it('each say in their first line what they are', () => {
    const silent = written.filter((file) => !/^\/\/ \S/.test(lines(file)[0] ?? ''))
    expect(silent).toEqual([])
  })

  it('of src and tools say it as a sentence with a verb', () => {
    const asked = /^\/\/ (What|How|Where|Which|Whether|Who|Whoever|When) /
    const said = written.filter(
      (file) => /^(src|tools)\//.test(file) && asked.test(lines(file)[0]!),
    )
    expect(said).toEqual([])
  })

  it(`have at most ${MAX_LINES} lines`, () => {
    const long = written.filter((file) => lines(file).length > MAX_LINES)
    expect(long).toEqual([])
  })

  it('are named after what they hold, not after being handy', () => {
    const vague = written.filter((file) => /\/(utils?|helpers?|common|misc|shared)\b/.test(file))
    expect(vague).toEqual([])
  })
})

describe('src/app', () => {
  it('holds only files that Next looks for', () => {
    const others = filesIn('src/app', /./).filter((file) => !ROUTES.test(path.basename(file)))
    expect(others).toEqual([])
  })
})

describe('src/domain', () => {
  const domain = filesIn('src/domain')

  it('renders nothing', () => {
    expect(domain.filter((file) => !file.endsWith('.ts'))).toEqual([])
  })

  it('has a test of the same name for each file that does something', async () => {
    const untested: string[] = []
    for (const file of domain) {
      const does = Object.values(await import(path.resolve(file))).some(
        (exported) => typeof exported === 'function',
      )
      const test = file.replace(/^src/, 'tests/unit').replace(/\.ts$/, '.spec.ts')
      if (does && !existsSync(test)) untested.push(file)
    }
    expect(untested).toEqual([])
  })
})

describe('the context of a request', () => {
  const declared = readFileSync('src/cms/records/requestContext.ts', 'utf8')
  const keys = [...declared.matchAll(/^ {4}(\w+)\?: /gm)].map(([, key]) => key!)

  it('has a line of documentation for each key', () => {
    const documented = [...declared.matchAll(/\*\/\n {4}(\w+)\?: /g)].map(([, key]) => key!)
    expect(documented).toEqual(keys)
  })

  it('has no other keys, and each of them is used', () => {
    const used = filesIn('src/cms').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bcontext(?:\.(\w+)|\[)/g)].map(([, key]) => key),
    )
    expect([...new Set(used)].toSorted()).toEqual(keys.toSorted())
  })
})
