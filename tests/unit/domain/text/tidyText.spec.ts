// What comes along with pasted words and no reader gets is left out; line breaks of word processors become nodes.
import { expect, it } from 'vitest'
import { tidyText } from '@/domain/text/tidyText'
import { paragraph, richText, text } from '../../../fixtures/richText'

it('parts the words where a word processor broke the line, and leaves all else alone', () => {
  const broken = tidyText(richText(paragraph('a\u000bb', text('c\u2028', 1))))
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
    expect(tidyText(other)).toEqual(other)
})

it('takes no alignment along, and no indent but of lists', () => {
  const element = (changes: object) =>
    ({ type: 'paragraph', indent: 0, format: '', children: [], ...changes }) as never
  const pasted = richText(
    element({ format: 'center', indent: 2 }),
    element({ type: 'listitem', indent: 1, format: 'right' }),
    { type: 'upload', relationTo: 'media', value: '7' as never },
  )
  expect(tidyText(pasted)).toEqual(
    richText(element({}), element({ type: 'listitem', indent: 1 }), {
      type: 'upload',
      relationTo: 'media',
      value: 7,
    } as never),
  )
})

it('stores no bytes of a picture that is still being uploaded, nor an address that ends with the tab', () => {
  const pasted = (src: string) =>
    richText({ type: 'upload', pending: { formID: 'x', src } } as never) as never
  for (const src of [`data:image/png;base64,${'A'.repeat(3000)}`, 'blob:http://localhost/1'])
    expect(tidyText(pasted(src))).toEqual(pasted(''))
  const remote = pasted('https://example.org/a.png')
  expect(tidyText(remote)).toEqual(remote)
})
