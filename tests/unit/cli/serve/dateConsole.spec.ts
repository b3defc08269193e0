// What is said by `console` while the site is served stands in the log like everything else: dated, in one line, without colours.
import { afterEach, expect, it, vi } from 'vitest'
import { dateConsole } from '@/cli/serve/dateConsole'

const { error, warn } = console
afterEach(() => {
  Object.assign(console, { error, warn })
  vi.restoreAllMocks()
})

function written(say: () => void): string {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  dateConsole()
  say()
  return write.mock.calls.map(([text]) => String(text)).join('')
}

it('begins with the date and how bad it is', () => {
  expect(written(() => console.warn('The replica failed.'))).toMatch(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARN The replica failed\.\n$/,
  )
})

it('has an error’s stack below its line, and nothing that passes for another line', () => {
  const fault = new Error('one\nFORGED 2026 two\u001b[31m')
  const [first, ...below] = written(() => console.error('Not told.', fault))
    .trimEnd()
    .split('\n')
  expect(first).toMatch(/ ERROR Not told\. one\\u\{a\}FORGED 2026 two\\u\{1b\}\[31m$/)
  expect(below.length).toBeGreaterThan(2)
  for (const frame of below) expect(frame).toMatch(/^ {4}at /)
})

it('shows values that are no text', () => {
  expect(written(() => console.error({ path: '/a', status: 500 }))).toContain(
    "{ path: '/a', status: 500 }\n",
  )
})
