// A title and an address on one line.
import { describe, expect, it } from 'vitest'
import { splitLines } from '@/domain/textImport/lines/lines'
import { spanText, wholeLine } from '@/domain/textImport/lines/phrase'
import { isWebAddress, titleAndUrl } from '@/domain/textImport/lines/titleAndUrl'

function read(text: string): { title: string; url: string | null } {
  const [line] = splitLines(text)
  if (!line) throw new Error('no line')
  const { title, url } = titleAndUrl(wholeLine(line))
  return { title: title.map(spanText).join(' '), url: url && spanText(url) }
}

describe('titleAndUrl', () => {
  it.each([
    ['A', 'A', null],
    ['https://x.org', '', 'https://x.org'],
    ['A https://x.org/(b)', 'A', 'https://x.org/(b)'],
    ['A (https://x.org/(b))', 'A', 'https://x.org/(b)'],
    ['A (see https://x.org/b), 2020', 'A (see 2020', 'https://x.org/b'],
    ['[A [2]](https://x.org/b_(c))', 'A [2]', 'https://x.org/b_(c)'],
    ['[A]()', 'A', null],
    ['A ftp://x.org', 'A', 'ftp://x.org'],
    ['A mailto:a@x.org', 'A', 'mailto:a@x.org'],
    ['About: Blank', 'About: Blank', null],
    ['A https://x.org/a?b=c#d!', 'A', 'https://x.org/a?b=c#d'],
  ])('%s', (text, title, url) => {
    expect(read(text)).toEqual({ title, url })
  })
})

describe('isWebAddress', () => {
  it('wants http or https and a host, at most 2048 characters', () => {
    for (const url of ['http://x.org', 'https://x.org/a?b#c', 'HTTPS://X.org']) {
      expect(isWebAddress(url)).toBe(true)
    }
    const refused = ['/a', 'x.org', 'ftp://x.org', 'javascript:alert(1)', 'http://', 'https://', '']
    for (const url of [...refused, `https://x.org/${'a'.repeat(2048)}`]) {
      expect(isWebAddress(url), url).toBe(false)
    }
  })
})
