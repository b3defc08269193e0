// What a table may store.
import { describe, expect, it } from 'vitest'
import { textShapeIssues } from '@/domain/text/textShapeIssues'
import { cell, richText, table } from '../../../fixtures/richText'

const issuesOf = (fields: object, cellFields: object = {}) =>
  textShapeIssues(
    'article',
    richText({
      ...table('a'),
      ...fields,
      children: [{ type: 'tablerow', children: [cell('b', cellFields)] }],
    } as never),
  )

describe('a table', () => {
  it('may have what the editor stores with it', () => {
    const editors = {
      colWidths: [92, 92],
      rowStriping: false,
      frozenRowCount: 0,
      $: { caption: 'c' },
    }
    const cells = {
      headerState: 3,
      colSpan: 2,
      rowSpan: 1,
      backgroundColor: null,
      width: 90,
      format: 'end',
    }
    expect(issuesOf(editors, cells)).toEqual([])
  })

  it.each<[string, object, object]>([
    ['widths that are none', { colWidths: ['x'] }, {}],
    ['a caption that is no text', { $: { caption: {} } }, {}],
    ['a state of somebody else', { $: { onclick: 'x' } }, {}],
    ['a cell across a thousand columns', {}, { colSpan: 1000 }],
    ['a cell across none', {}, { rowSpan: 0 }],
    ['a head of nothing there is', {}, { headerState: 4 }],
    ['justified words', {}, { format: 'justify' }],
  ])('may not have %s', (_, fields, cellFields) => {
    expect(issuesOf(fields, cellFields)).toHaveLength(1)
  })
})
