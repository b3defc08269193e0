// Spaces of a line of Markdown stand where they mean nothing but a space.
import { describe, expect, it } from 'vitest'
import { textNode, trimLines, wrapWords } from '@/domain/discovery/markdown/phrasing'

const strong = (children: ReturnType<typeof wrapWords>) => ({ type: 'strong' as const, children })

describe('spaces', () => {
  it('stay outside a mark', () => {
    expect(wrapWords([textNode(' two  words ')], strong)).toEqual([
      textNode(' '),
      strong([textNode('two words')]),
      textNode(' '),
    ])
  })

  it('alone are not marked', () => {
    expect(wrapWords([textNode(' \n ')], strong)).toEqual([textNode(' ')])
  })

  it('are none at the ends of a line, and breaks none at the ends of a paragraph', () => {
    expect(
      trimLines([
        { type: 'break' },
        textNode(' one '),
        { type: 'break' },
        textNode(' two'),
        textNode(' '),
        { type: 'break' },
      ]),
    ).toEqual([textNode('one'), { type: 'break' }, textNode('two')])
  })

  it('that may not break are kept', () => {
    expect(trimLines([textNode('5\u00a0kg')])).toEqual([textNode('5\u00a0kg')])
  })
})
