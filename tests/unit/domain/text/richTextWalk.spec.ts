// Going through a rich text.
import { describe, expect, it } from 'vitest'
import { childNodes, childrenOf, referenceIds, walk } from '@/domain/text/richTextWalk'
import { articleLink, list, paragraph, text, upload } from '../../../fixtures/richText'

describe('walk', () => {
  it('visits every node once, parents before children, in reading order', () => {
    const nodes = [
      paragraph('a', articleLink(1, 'b')),
      list('bullet', ['c', list('bullet', ['d'])]),
    ]
    expect([...walk(nodes)].map((node) => ('text' in node ? node.text : node.type))).toEqual([
      'paragraph',
      'a',
      'link',
      'b',
      'list',
      'listitem',
      'c',
      'listitem',
      'list',
      'listitem',
      'd',
    ])
  })

  it('takes leaves as childless', () => {
    expect(childrenOf(text('a'))).toEqual([])
    expect(childrenOf(upload(1))).toEqual([])
  })
})

describe('referenceIds', () => {
  it.each([
    [3, [3]],
    [{ id: 3, title: 'populated' }, [3]],
    [
      [1, { id: 2 }, null],
      [1, 2],
    ],
    [null, []],
    [undefined, []],
    ['3', []],
    [{ id: 'x' }, []],
  ])('finds in %j the ids %j', (reference, ids) => expect(referenceIds(reference)).toEqual(ids))
})

it.each([[null], ['text'], [{}], [{ children: 'none' }]])('%j has no child nodes', (node) =>
  expect(childNodes(node)).toEqual([]),
)
