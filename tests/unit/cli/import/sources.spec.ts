// What an import reads of a folder, and that it names the rest.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeUnread, listSources, listUnread } from '@/cli/import/sources'

const FILES = [
  'b.txt',
  'a.md',
  'deep/er/C.MARKDOWN',
  'README.md',
  '.hidden.md',
  '.git/HEAD',
  '.git/x.md',
  '1.jpg',
  '2.JPG',
  '3.jpg',
  '4.jpg',
  'page.html',
  'LICENSE',
  'node_modules/x/CHANGELOG.md',
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backstory-sources-'))
  for (const name of FILES) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), '# T\n\nA sentence.\n')
  }
  mkdirSync(path.join(folder, 'folder.md'))
  symlinkSync('b.txt', path.join(folder, 'link.txt'))
  symlinkSync('/', path.join(folder, 'root'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const within = (file: string): string => file.replace(`${folder}/`, '')

describe('a folder', () => {
  it('gives its text files by name', () => {
    const files = listSources([folder]).map(within)
    expect(files).toEqual(['a.md', 'b.txt', 'deep/er/C.MARKDOWN'])
    expect(listSources(['-', path.join(folder, 'page.html')]).map(within)).toEqual([
      '-',
      'page.html',
    ])
  })

  it('tells what it holds beside, nothing hidden and no link followed', () => {
    const unread = listUnread([folder]).map(({ file, reason }) => `${within(file)}: ${reason}`)
    expect(unread.sort()).toEqual([
      '.git/: hidden',
      '.hidden.md: hidden',
      '1.jpg: no text file',
      '2.JPG: no text file',
      '3.jpg: no text file',
      '4.jpg: no text file',
      'LICENSE: no text file',
      'README.md: readme',
      'link.txt: link',
      'node_modules/: packages',
      'page.html: no text file',
      'root: link',
    ])
    expect(listUnread([path.join(folder, 'page.html'), '-'])).toEqual([])
  })

  it('has them counted by kind, with the first names', () => {
    const lines = describeUnread(listUnread([folder])).map((line) =>
      line.replaceAll(`${folder}/`, ''),
    )
    expect(lines[0]).toBe('12 not read (texts are .txt, .md and .markdown):')
    expect(lines).toContain('  4 .jpg (1.jpg, 2.JPG, 3.jpg, …)')
    expect(lines).toContain('  1 without an ending (LICENSE)')
    expect(lines).toContain('  2 link (link.txt, root)')
    expect(describeUnread([])).toEqual([])
  })
})

describe('npm run import', { timeout: 60_000 }, () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/run.mjs', 'import', ...args], { encoding: 'utf8' })

  it('names in words and in JSON what it did not read, and refuses what is no text', () => {
    const html = path.join(folder, 'page.html')
    writeFileSync(html, '<!doctype html>\n<title>T</title>\n')
    const { stdout, stderr, status } = run(folder, html, '--dry-run', '--json')
    const results = JSON.parse(stdout) as { file: string; status?: string; errors: string[] }[]
    expect(results).toHaveLength(4 + 12)
    expect(results.filter((result) => result.status === 'notRead')).toHaveLength(12)
    expect(results.find(({ errors }) => errors.length > 0)?.errors[0]).toMatch(
      /page\.html:1: this is an HTML page, not plain text or Markdown\. Convert it/,
    )
    expect([stderr, status]).toEqual(['', 2])
    const words = run(folder, '--dry-run')
    expect(words.stdout).toContain('12 not read')
    expect(words.status).toBe(0)
  })

  it('says what there is where there is no text', () => {
    const { stderr, status } = run(path.join(folder, 'node_modules/x/../../folder.md'), '--dry-run')
    expect([stderr.startsWith('There are no text files in '), status]).toEqual([true, 2])
    const hidden = run(path.join(folder, '.git'), '--dry-run')
    expect(hidden.stdout).toContain('1 without an ending')
  })
})
