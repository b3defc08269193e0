// Which marks of a source are named, and on which of its lines.
import { describe, expect, it } from 'vitest'
import { describeMarks } from '@/domain/textImport/messages'
import { parseArticle } from '@/domain/textImport/parse'

const marksOf = (...lines: string[]) =>
  parseArticle(lines.join('\n')).marks.map(({ line, kind, text }) => `${line} ${kind}: ${text}`)

describe('marks', () => {
  it('are named with their line, wherever readers would see them', () => {
    expect(
      marksOf(
        '---',
        'title: A *loud* title',
        'tags: [a, "`b`"]',
        'permalink: /a_b_c/',
        '---',
        'One line',
        'and **two** more.',
        '',
        '- an [item](/x)',
        '',
        '## Salt &amp; pepper',
        '',
        'Text.',
        '',
        '## FAQ',
        '',
        '### Why <b>not</b>?',
        '',
        '{{< so >}}',
      ),
    ).toEqual([
      '2 italic: *loud*',
      '3 code: `b`',
      '7 bold: **two**',
      '9 link: [item](/x)',
      '11 HTML character: &amp;',
      '17 HTML: <b>',
      '17 HTML: </b>',
      '19 template or shortcode: {{< so >}}',
    ])
  })

  it('are those of the importer where it understands them', () => {
    expect(
      marksOf(
        '~~~',
        '# **A Title**',
        '',
        'Text.',
        '',
        '**A Heading**',
        '',
        'Read Also: [Another](https://x.org/a_b_)',
        '',
        '- [1] not a link',
        '',
        'Sources',
        '',
        '- [A study](https://x.org/_c_)',
        '~~~',
      ),
    ).toEqual([])
  })

  it('are fences inside the text, not those around it', () => {
    expect(marksOf('T.', '', '```js', '# a', '```', '', 'T.')).toEqual(['3 code: ```js # a ```'])
    expect(marksOf('T.', '', '~~~', 'a', '~~~', '', 'T.')).toEqual(['3 code: ~~~ a', '5 code: ~~~'])
    expect(marksOf('T.', '', '~~~', '', 'T.')).toEqual(['3 code: ~~~'])
  })

  it('are listed up to the twentieth, the rest counted', () => {
    const { marks } = parseArticle(Array<string>(25).fill('A *b* c.').join('\n\n'))
    const told = describeMarks(marks)
    expect(told).toHaveLength(22)
    expect(told[1]).toBe('  line 1: italic: *b*')
    expect(told.at(-1)).toBe('  and 5 more')
    expect(describeMarks([])).toEqual([])
  })
})
