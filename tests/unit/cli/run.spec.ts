// The one door of the command line, at the end of a pipe: all that a command prints reaches a reader who takes their time.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const FILES = 20
const PARAGRAPH = `${'Words that make a sentence long enough. '.repeat(10).trim()}\n\n`
/** Far more than a pipe holds, which is 64 kB. */
const MUCH = 1_000_000

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backstory-run-'))
  for (let at = 0; at < FILES; at++) {
    writeFileSync(path.join(folder, `good-${at}.txt`), `# Title ${at}\n\n${PARAGRAPH.repeat(120)}`)
    const questions = Array.from({ length: 400 }, (_, n) => `${'Why '.repeat(40)}${n}?`)
    writeFileSync(
      path.join(folder, `bad-${at}.md`),
      `# T\n\nText.\n\nFAQ\n\n${questions.join('\n\n')}`,
    )
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A shell's pipeline with our command as its first part; what its last part printed, and how ours ended. */
function pipeline(args: string, reader: string) {
  const command = `"${process.execPath}" src/cli/run.mjs ${args}`
  const script = `${command} | ${reader}; echo "exit \${PIPESTATUS[0]}" >&2`
  const { stdout, stderr } = spawnSync('bash', ['-c', script], {
    env: { ...process.env, FOLDER: folder },
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { stdout, stderr }
}

const SLOW = '{ sleep 2; cat; }'

describe('a command that prints much', () => {
  it('ends when a slow reader has all of standard output', () => {
    const { stdout, stderr } = pipeline('import "$FOLDER" --dry-run --json', SLOW)
    expect(stdout.length).toBeGreaterThan(MUCH)
    expect(JSON.parse(stdout)).toHaveLength(2 * FILES)
    expect(stderr).toBe('exit 2\n')
  }, 60_000)

  it('ends when a slow reader has all of standard error', () => {
    const { stdout } = pipeline('import "$FOLDER" --dry-run 2>&1 >/dev/null', SLOW)
    expect(stdout.length).toBeGreaterThan(MUCH)
    expect(stdout.trimEnd().split('\n')).toHaveLength(FILES * 400)
  }, 60_000)

  it('ends without a word when its reader has seen enough', () => {
    const { stdout, stderr } = pipeline('import "$FOLDER"/good-*.txt --dry-run --json', 'head -c 5')
    expect(stdout).toBe('[\n  {')
    expect(stderr).toBe('exit 0\n')
  }, 60_000)

  it('says so when its output could not be written', () => {
    const { stderr } = pipeline('import "$FOLDER"/good-1.txt --dry-run > /dev/full', 'cat')
    expect(stderr).toMatch(/^The output could not be written: .*ENOSPC.*\nexit 1\n$/)
  }, 60_000)
})
