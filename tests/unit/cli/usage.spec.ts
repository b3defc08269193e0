// Every command says how it is called, and what it does not understand ends it before it does anything.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArguments } from '@/cli/usage'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}

/** The name in package.json, and the file that answers. */
const COMMANDS = Object.entries(scripts).flatMap(([script, line]) => {
  const [, name] = /run\.mjs (\w+)$/.exec(line) ?? []
  return name ? [{ script, name }] : []
})

type Main = (args: string[]) => Promise<void>

async function mainOf(name: string): Promise<Main> {
  const { main } = (await (existsSync(`tools/${name}.ts`)
    ? import(`../../../tools/${name}.ts`)
    : import(`../../../src/cli/${name}.ts`))) as { main: Main }
  return main
}

describe('the command', () => {
  it('is one of all', () => {
    expect(COMMANDS.map(({ script }) => script)).toEqual(
      expect.arrayContaining(['start', 'import', 'user', 'check', 'migrate:create']),
    )
  })

  it.each(COMMANDS)('$script answers --help with how it is called', async ({ script, name }) => {
    const main = await mainOf(name)
    const call = ['start', 'test'].includes(script) ? `npm ${script}` : `npm run ${script}`
    await expect(main(['--help'])).rejects.toMatchObject({
      exitCode: 0,
      message: expect.stringMatching(new RegExp(`^Usage: ${call}\\b`)) as string,
    })
  })

  // Those of `npm test` are Vitest's.
  it.each(COMMANDS.filter(({ script }) => script !== 'test'))(
    '$script refuses an option that it does not have',
    async ({ name }) => {
      const main = await mainOf(name)
      await expect(main(['--no-such-option'])).rejects.toMatchObject({
        exitCode: 2,
        message: "Unknown option '--no-such-option'. See --help.",
      })
    },
  )
})

describe('the arguments of a command', () => {
  const read = (...args: string[]) =>
    readArguments('Usage', {
      args,
      allowPositionals: true,
      options: { title: { type: 'string' } },
    })

  it('are what Node reads', () => {
    const { values, positionals } = read('--title', 'T', 'a.txt')
    expect({ ...values }).toEqual({ title: 'T' })
    expect(positionals).toEqual(['a.txt'])
  })

  it('may be a file of the name --help, after two dashes', () => {
    expect(read('--', '--help').positionals).toEqual(['--help'])
  })

  it.each([
    [['--title'], "Option '--title <value>' argument missing. See --help."],
    [['--title', '--x'], "Option '--title' argument is ambiguous. See --help."],
  ])('are refused in one line: %j', (args, line) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ message: line, exitCode: 2 }))
  })
})

describe('the command line', () => {
  it.each([
    ['--help', { status: 0, stdout: /^Usage: npm run import -- FILE/, stderr: /^$/ }],
    ['--halp', { status: 2, stdout: /^$/, stderr: /^Unknown option '--halp'\. See --help\.\n$/ }],
  ])(
    'ends %s as the command says',
    (option, { status, stdout, stderr }) => {
      const args = ['src/cli/run.mjs', 'import', option]
      const ended = spawnSync(process.execPath, args, { encoding: 'utf8' })
      expect(ended.status).toBe(status)
      expect(ended.stdout).toMatch(stdout)
      expect(ended.stderr).toMatch(stderr)
    },
    30_000,
  )
})
