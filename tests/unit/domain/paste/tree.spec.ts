// Pasted HTML as a tree: its text, its lines and its blocks.
import { expect, it } from 'vitest'
import {
  groupLines,
  isElement,
  isInline,
  joinLines,
  makeElement,
  textBelow,
} from '@/domain/paste/tree'

const [p, br] = [(...children: string[]) => makeElement('p', children), makeElement('br')]

it('tells elements from text, and what stands in a line from blocks', () => {
  expect([isElement('a'), isElement(p('a'))]).toEqual([false, true])
  expect(['a', br, makeElement('a'), p('a')].map(isInline)).toEqual([true, true, true, false])
})

it('has the text of all that is below', () => {
  expect(textBelow(makeElement('ul', [makeElement('li', ['a', p('b')]), 'c']))).toBe('abc')
})

it('wraps runs of inline nodes, without gaps around them and without empty runs', () => {
  const nodes = [' ', br, 'a', makeElement('em', ['b']), br, p('c'), ' ', p('d'), 'e']
  expect(groupLines(nodes, (line) => [makeElement('p', line)])).toEqual([
    makeElement('p', ['a', makeElement('em', ['b'])]),
    p('c'),
    p('d'),
    p('e'),
  ])
})

it('joins blocks to one line with breaks, and keeps pictures apart', () => {
  const picture = makeElement('img', [], { src: '/a.png' })
  expect(joinLines([p('a'), 'b', picture, makeElement('blockquote', [p('c')])])).toEqual({
    line: ['a', br, 'b', br, 'c'],
    others: [picture],
  })
})
