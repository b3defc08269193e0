// Each kind of line by its looks.
import { describe, expect, it } from 'vitest'
import { knownLines } from '@/domain/textImport/elements/kinds'
import { splitLines } from '@/domain/textImport/lines/lines'

describe('kinds of lines', () => {
  it.each([
    ['~~~', 'fence'],
    ['~~~~ text', 'fence'],
    ['~~~ two words', 'text'],
    ['---', 'separator'],
    ['* * *', 'separator'],
    ['## One', 'marked'],
    ['- Read Also: X', 'readAlso'],
    ['- X', 'item'],
    ['12) X', 'item'],
    ['1234. X', 'text'],
    ['X', 'text'],
    ['-'.repeat(5000), 'text'],
  ])('%s: %s', (line, kind) => {
    expect(knownLines(splitLines(line)).kinds).toEqual([kind])
  })
})
