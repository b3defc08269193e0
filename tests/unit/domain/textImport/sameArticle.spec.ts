// A changed source is found again.
import { describe, expect, it } from 'vitest'
import { findSameArticle, fingerprint } from '@/domain/textImport/sameArticle'

const lines = (from: number, to: number): string[] =>
  fingerprint(Array.from({ length: to - from }, (_, at) => `Line ${from + at}.`).join('\n'))
const stored = (id: number, titleKey: string, file?: string, lines: string[] = []) => ({
  id,
  titleKey,
  file,
  fingerprint: lines,
})

describe('fingerprint', () => {
  it('has one short hash for each line that is not blank', () => {
    expect(fingerprint('a\n\n b  c \n')).toEqual(fingerprint('a\nb c'))
    expect(fingerprint('a\nb')).toHaveLength(2)
    expect(fingerprint('a')).not.toEqual(fingerprint('b'))
    expect(fingerprint('Same everywhere.')).toEqual(['86e21c102ac1'])
  })
})

describe('findSameArticle', () => {
  const existing = [
    stored(1, 'sleep', 'a.txt', lines(0, 12)),
    stored(2, 'walk', 'b.txt', lines(20, 29)),
    stored(3, 'walk more', 'b.txt', lines(20, 26)),
    stored(4, '', undefined, lines(40, 49)),
  ]
  const find = (titleKey: string, file: string | undefined, fingerprint: string[]) =>
    findSameArticle({ titleKey, file, fingerprint }, existing)

  it('goes by the title first', () => {
    expect(find('sleep', 'b.txt', lines(20, 29))).toBe(1)
  })

  it('takes a third of the lines in the same file', () => {
    expect(find('rest', 'a.txt', lines(8, 20))).toBe(1)
    expect(find('rest', 'a.txt', lines(9, 21))).toBeNull()
  })

  it('takes two thirds of the lines from anywhere', () => {
    expect(find('rest', 'c.txt', lines(4, 16))).toBe(1)
    expect(find('rest', 'c.txt', lines(5, 17))).toBeNull()
    expect(find('rest', undefined, lines(40, 49))).toBe(4)
  })

  it('takes the most alike of several', () => {
    expect(find('run', 'b.txt', lines(20, 26))).toBe(3)
    expect(find('run', 'b.txt', lines(20, 29))).toBe(2)
  })

  it('measures by the longer text and counts a repeated line once', () => {
    expect(find('rest', 'a.txt', lines(0, 2))).toBeNull()
    expect(find('rest', 'a.txt', [...lines(0, 1), ...lines(0, 1), ...lines(0, 1)])).toBeNull()
  })

  it('never goes by an empty title or an empty text', () => {
    expect(find('', undefined, [])).toBeNull()
    expect(findSameArticle({ titleKey: 'x' }, [{ id: 'a', titleKey: 'y' }])).toBeNull()
  })
})
