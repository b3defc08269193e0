// Footnotes are numbered as they are read.
import { expect, it } from 'vitest'
import { footnoteId, footnotes, footnoteSignId } from '@/domain/articles/footnotes'
import { footnote, paragraph, richText, table } from '../../../fixtures/richText'

it('numbers the written ones in reading order, in tables too', () => {
  const inTable = table('a', ['b'])
  inTable.children[0]!.children[0]!.children = [paragraph('b', footnote('two'))]
  const body = richText(
    paragraph('a', footnote('one'), footnote('')),
    inTable,
    paragraph(footnote('three')),
  )
  expect(footnotes(body).map(({ number, text }) => [number, JSON.stringify(text)])).toEqual([
    [1, expect.stringContaining('one')],
    [2, expect.stringContaining('two')],
    [3, expect.stringContaining('three')],
  ])
})

it('gives a note and its sign ids of their own', () => {
  expect(footnoteId(1)).not.toBe(footnoteSignId(1))
})
