// Line breaks of word processors become nodes.
import { expect, it } from 'vitest'
import { withLineBreaks } from '@/domain/textLines'
import { paragraph, richText, text } from '../../fixtures/richText'

it('parts the words where a word processor broke the line, and leaves all else alone', () => {
  const broken = withLineBreaks(richText(paragraph('a\u000bb', text('c\u2028', 1))))
  expect(broken).toEqual(
    richText(
      paragraph(text('a'), { type: 'linebreak', version: 1 }, text('b'), text('c', 1), {
        type: 'linebreak',
        version: 1,
      }),
    ),
  )
  for (const other of [
    null,
    5,
    'x',
    {},
    { root: { children: 'x' } },
    { root: { children: [null] } },
  ])
    expect(withLineBreaks(other)).toEqual(other)
})
