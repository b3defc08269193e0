// The table of nodes agrees with itself: what may stand in something is described, and can stand somewhere.
import { describe, expect, it } from 'vitest'
import { mayHold, NODES, type TextKind } from '@/domain/text/textShape'

describe('the table of nodes', () => {
  const held = Object.values(NODES).flatMap(({ holds = [] }) => holds)

  it('describes all that may stand somewhere, and nothing that may not', () => {
    expect(new Set(['root', ...held])).toEqual(new Set(Object.keys(NODES)))
  })

  it('gives each kind of text words in paragraphs, and no text a root in a root', () => {
    for (const kind of ['article', 'page', 'answer', 'passage'] satisfies TextKind[]) {
      for (const type of ['paragraph', 'text', 'link', 'list', 'listitem'])
        expect(mayHold(kind, type)).toBe(true)
      for (const type of ['root', 'relationship', 'constructor'])
        expect(mayHold(kind, type)).toBe(false)
    }
    expect(mayHold('answer', 'upload')).toBe(false)
  })
})
