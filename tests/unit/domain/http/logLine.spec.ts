// One event, one line of the log.
import { describe, expect, it } from 'vitest'
import { logLine } from '@/domain/http/logLine'

const time = Date.UTC(2026, 10, 30, 15, 4, 5, 678)

describe('a line of the log', () => {
  it('has date, time and level, and no colour', () => {
    expect(logLine({ level: 30, time, msg: 'Done.' })).toBe('2026-11-30T15:04:05.678Z INFO Done.\n')
    expect(logLine({ level: 50, time, err: { message: 'Broken' } })).toBe(
      '2026-11-30T15:04:05.678Z ERROR Broken\n',
    )
  })

  it('stays one line whatever a request says', () => {
    const msg = 'a\nb\r\u001b[31mred\u2028c\u202Ed\u0085'
    expect(logLine({ level: 40, time, msg })).toBe(
      '2026-11-30T15:04:05.678Z WARN a\\u{a}b\\u{d}\\u{1b}[31mred\\u{2028}c\\u{202e}d\\u{85}\n',
    )
  })

  it('has the stack of a fault below it, without the message again', () => {
    const stack = 'Error: two\nlines\n    at one (a.js:1)\n    at two (b.js:2)'
    expect(logLine({ level: 50, time, msg: 'two\nlines', err: { stack } })).toBe(
      '2026-11-30T15:04:05.678Z ERROR two\\u{a}lines\n    at one (a.js:1)\n    at two (b.js:2)\n',
    )
  })
})
