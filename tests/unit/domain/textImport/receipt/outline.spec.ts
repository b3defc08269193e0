// What `--dry-run` prints.
import { describe, expect, it } from 'vitest'
import { formatOutline, formatReceipt } from '@/domain/textImport/receipt/outline'
import { parseArticle } from '@/domain/textImport/parse'

describe('formatOutline', () => {
  it('shows what was stated and the whole structure', () => {
    const source = [
      '---',
      'title: Sleep Well',
      'authors: [Jane Roe, John Doe]',
      'category: Rest',
      '---',
      'Sleep is good.',
      'Nights',
      'Early',
      'Go to bed.',
      'Read Also: Beds (https://x.org)',
      'FAQ',
      'Why?',
      'So.',
      '- one',
      '- two',
      'Sources',
      '- A Book',
    ].join('\n\n')
    expect(formatOutline(parseArticle(source)).split('\n')).toEqual([
      'Title     Sleep Well',
      'Summary   Sleep is good.',
      '          (proposed from the introduction)',
      'Authors   Jane Roe; John Doe',
      'Category  Rest',
      '',
      '   Sleep is good. (14 characters)',
      '',
      '## Nights',
      '   ### Early',
      '   Go to bed. (10 characters)',
      '   > Read Also: Beds <https://x.org>',
      '',
      '## FAQ (1 question)',
      '   ? Why?',
      '     So. (3 characters)',
      '     - one (2 items)',
      '',
      'Sources (1)',
      '  A Book',
    ])
  })

  it('says where a title was taken from', () => {
    const titleRow = (source: string, title?: string) =>
      formatOutline(parseArticle(source, { title })).split('\n')[0]
    expect(titleRow('a.\n\nGood Sleep Now\n\nb.\n\nMore Good Sleep\n\nc.')).toBe(
      'Title    Good Sleep (proposed from what the headings share)',
    )
    expect(titleRow('a.\n\nNights\n\nb.')).toBe('Title    Nights (proposed from the first heading)')
    expect(titleRow('Sleep is good.')).toBe(
      'Title    Sleep is good (proposed from the first words)',
    )
    expect(titleRow('Sleep is good.', 'Given')).toBe('Title    Given (given)')
  })

  it('fits a terminal', () => {
    const outline = formatOutline(parseArticle('word '.repeat(100)))
    for (const line of outline.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})

describe('formatReceipt', () => {
  it('has one aligned row for each span and a total', () => {
    const source = '~~~\n\nRead Also: X\n\nText\twith a tab.'
    expect(formatReceipt(source, parseArticle(source)).split('\n')).toEqual([
      'line 1  0-3    (fence around the text)   "~~~"',
      String.raw`line 1  3-5    (white space)             "\n\n"`,
      'line 3  5-16   (marks a Read Also link)  "Read Also: "',
      'line 3  16-17  blocks/0/title            "X"',
      String.raw`line 3  17-19  (white space)             "\n\n"`,
      String.raw`line 5  19-35  blocks/1/text             "Text\twith a tab."`,
      '35 characters: 17 in the article, 18 dropped',
    ])
  })
})
