// A table in Markdown is one of GFM, whatever its cells hold.
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import type { TableNode } from '@/domain/text/richText'
import { anArticle, aSite } from '../../../../fixtures/makers'
import { cell, richText, table } from '../../../../fixtures/richText'

const markdownOf = (node: TableNode): string =>
  articleMarkdown(aSite(), anArticle({ body: richText(node) }))
    .split('sore-knees>\n\n')[1]!
    .trimEnd()

describe('a table in Markdown', () => {
  it('has its caption above, and its first row as the heads of the columns', () => {
    expect(markdownOf(table('Doses', ['Age', 'Grams'], ['Adults', '2 | 3']))).toBe(
      '**Doses**\n\n| Age    | Grams  |\n| ------ | ------ |\n| Adults | 2 \\| 3 |',
    )
  })

  it('has an empty head where no row is one, and the edge of each column', () => {
    const row = [cell('a', { format: 'end' }), cell('b', { format: 'center' })]
    const node: TableNode = { type: 'table', children: [{ type: 'tablerow', children: row }] }
    expect(markdownOf(node)).toBe('|    |     |\n| -: | :-: |\n|  a |  b  |')
  })

  it('fills the place of a cell that takes up several columns', () => {
    const node = table('', ['a', 'b'], [])
    node.children[1]!.children = [cell('c', { colSpan: 2 })]
    expect(markdownOf(node)).toBe('| a | b |\n| - | - |\n| c |   |')
  })
})
