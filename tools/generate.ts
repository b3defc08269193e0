// Writes what Payload derives from its configuration, or tells what is out of date: npm run generate [-- --check].
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readArguments } from '@/cli/usage'

const USAGE = `Usage: npm run generate [-- --check]
--check writes nothing and fails when a file is out of date.`

const GENERATED = ['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js']

const readGenerated = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

export async function main(args: string[]): Promise<void> {
  const { values } = readArguments(USAGE, {
    args,
    options: { check: { type: 'boolean', default: false } },
  })
  const before = GENERATED.map(readGenerated)
  await generate()
  const changed = GENERATED.filter((file, index) => readGenerated(file) !== before[index])
  if (!values.check) {
    console.log(changed.map((file) => `Written: ${file}`).join('\n') || 'Everything is up to date.')
    return
  }
  GENERATED.forEach((file, index) => writeFileSync(file, before[index] ?? ''))
  if (changed.length > 0)
    throw new Error(`Out of date: ${changed.join(', ')}. Run: npm run generate`)
}

/** Needs no database and no secret. */
async function generate(): Promise<void> {
  const { default: configuration } = await import('../payload.config')
  const config = await configuration
  const { generateImportMap } = await import('payload')
  const { generateTypes } = await import('payload/node')
  await generateTypes(config, { log: false })
  await generateImportMap(config, { log: false })
}
