// The tables hold what they promise.
import { describe, expect, it } from 'vitest'
import {
  FRONT_MATTER_FIELDS,
  FUNCTION_WORDS,
  NAMED_HEADING_PATTERNS,
  NAMED_HEADINGS,
  READ_ALSO,
  READ_ALSO_WORDS,
  SEPARATOR,
} from '@/domain/textImport/lines/grammar'

describe('grammar', () => {
  it('recognises each of its Read Also words', () => {
    for (const words of [...READ_ALSO_WORDS.sure, ...READ_ALSO_WORDS.unsure]) {
      const typed = words.replace('stor(?:y|ies)', 'stories').replace('?', '')
      expect(READ_ALSO.exec(`${typed}: X`)?.[2], typed).toBe('X')
    }
  })

  it('gives no heading two meanings', () => {
    for (const { name, words } of NAMED_HEADINGS) {
      for (const word of words.filter((word) => /^[a-z ]+$/.test(word))) {
        const names = NAMED_HEADING_PATTERNS.filter(({ pattern }) => pattern.test(word))
        expect(names.map(({ name }) => name)).toEqual([name])
      }
    }
  })

  it('knows the keys of the front matter in their normal form', () => {
    for (const key of FRONT_MATTER_FIELDS.keys()) expect(key).toMatch(/^[a-z]+$/)
  })

  it('writes words that do not count in lower case', () => {
    for (const word of FUNCTION_WORDS) expect(word).toMatch(/^[a-z]+$/)
  })

  it('takes rows of signs for separating lines', () => {
    for (const line of ['---', '***', '* * *', '_____', '===', '———', '#####']) {
      expect(SEPARATOR.test(line), line).toBe(true)
    }
    for (const line of ['--', '- a', '--- a', '…']) expect(SEPARATOR.test(line), line).toBe(false)
  })
})
