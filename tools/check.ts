// Checks types, lint, format, boundaries, dead code and generated files: npm run check. Says nothing when all is well.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { readArguments } from '@/cli/usage'

const USAGE = 'Usage: npm run check'

interface Check {
  name: string
  /** What Node runs, one after the other; the first that fails ends the check. */
  steps: string[][]
}

const ROOMS = ['src', 'migrations', 'tests', 'tools', 'payload.config.ts', 'next.config.mjs']

/** The longest first. */
const CHECKS: Check[] = [
  {
    name: 'types',
    steps: [
      // The types of the routes, which a fresh clone lacks and an old build has wrong.
      ['node_modules/next/dist/bin/next', 'typegen'],
      ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.check.json'],
    ],
  },
  { name: 'lint', steps: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']] },
  {
    name: 'format',
    steps: [['node_modules/prettier/bin/prettier.cjs', '.', '--check', '--log-level', 'warn']],
  },
  {
    name: 'dead code',
    steps: [['node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors']],
  },
  {
    name: 'boundaries',
    steps: [
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--output-type',
        'err-long',
        '--no-progress',
        ...ROOMS,
      ],
    ],
  },
  { name: 'generated files', steps: [['src/cli/run.mjs', 'generate', '--check']] },
]

export async function main(args: string[]): Promise<void> {
  readArguments(USAGE, { args })
  const waiting = [...CHECKS]
  const failed: string[] = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      if (!(await passesCheck(check))) failed.push(check.name)
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), CHECKS.length) }, work))
  if (failed.length > 0) throw new Error(`Failed: ${failed.join(', ')}.`)
}

async function passesCheck({ name, steps }: Check): Promise<boolean> {
  for (const step of steps) {
    const { code, said } = await runTool(step)
    if (code === 0) continue
    console.error(`── ${name} ──\n${said.trim()}\n`)
    return false
  }
  return true
}

function runTool(args: string[]): Promise<{ code: number | null; said: string }> {
  const tool = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [tool.stdout, tool.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    tool.on('error', reject)
    tool.on('close', (code) => resolve({ code, said }))
  })
}
