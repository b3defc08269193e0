// Pasted lists, quotes and tables.
import { describe, expect, it } from 'vitest'
import { collectLosses } from '@/domain/paste/losses'
import {
  asBlock,
  isTickMark,
  list,
  MAX_LIST_LEVELS,
  quote,
  row,
  rowGroup,
  table,
  type Fit,
} from '@/domain/paste/structures'
import { makeElement, type PastedElement, type PastedNode } from '@/domain/paste/tree'
import type { TextKind } from '@/domain/text/textShape'

const el = (name: string, ...children: PastedNode[]) => makeElement(name, children)

/** What is within is taken as it is. */
function fitted(fit: Fit, element: PastedElement, kind: TextKind = 'article', level = 0) {
  const { note, list: losses } = collectLosses()
  const scope = { kind, note, level, fit: (nodes: readonly PastedNode[]) => [...nodes] }
  const nodes = fit(element, scope)
  return { nodes, losses: losses().map(({ code }) => code) }
}

it('makes a block of a line', () => {
  expect(asBlock('p')(['a'])).toEqual([el('p', 'a')])
})

describe('a quote', () => {
  it('is lines of text, and a list in it becomes such', () => {
    const { nodes, losses } = fitted(quote, el('blockquote', el('p', 'a'), el('ul', el('li', 'b'))))
    expect(nodes).toEqual([el('blockquote', 'a', el('br'), 'b')])
    expect(losses).toEqual(['listInQuote'])
  })

  it('is paragraphs where a text holds none', () => {
    const { nodes, losses } = fitted(quote, el('blockquote', el('p', 'a')), 'answer')
    expect([nodes, losses]).toEqual([[el('p', 'a')], ['quote']])
  })
})

describe('a list', () => {
  it('keeps the lists in its items and its first number', () => {
    const inner = el('ul', el('li', 'b'))
    const outer = makeElement('ol', [' ', el('li', 'a', inner)], { start: '3' })
    expect(fitted(list, outer)).toEqual({
      nodes: [makeElement('ol', [el('li', 'a', inner)], { start: '3' })],
      losses: [],
    })
  })

  it('becomes paragraphs below the deepest level, and says so', () => {
    expect(fitted(list, el('ul', el('li', 'a')), 'article', MAX_LIST_LEVELS)).toEqual({
      nodes: [el('p', 'a')],
      losses: ['deepList'],
    })
  })

  it('loses its boxes to tick', () => {
    const box = makeElement('input', [], { type: 'checkbox' })
    expect(isTickMark(box)).toBe(true)
    expect(fitted(list, el('ul', el('li', box, 'a'))).losses).toContain('checklist')
  })
})

describe('a table', () => {
  it('is a line for each row, with its cells apart, and named as lost', () => {
    const cells = el('tr', el('td', 'a'), el('th', 'b'))
    expect(fitted(row, cells).nodes).toEqual([el('p', 'a', ' | ', 'b')])
    expect(fitted(table, el('table', cells))).toEqual({ nodes: [cells], losses: ['table'] })
    expect(fitted(table, el('table', el('tr', el('td', ' ')))).losses).toEqual([])
  })

  it('has cells that hold blocks one below the other', () => {
    const cells = el('tr', el('td', el('h2', 'a')), el('td', 'b'))
    expect(fitted(row, cells).nodes).toEqual([el('h2', 'a'), el('p', 'b')])
  })

  it('says nothing between its rows', () => {
    expect(fitted(rowGroup, el('tbody', ' ', el('tr'))).nodes).toEqual([el('tr')])
  })
})
