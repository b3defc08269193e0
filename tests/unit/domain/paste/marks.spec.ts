// Marks and looks of pasted text: which survive, and which are noted.
import { describe, expect, it } from 'vitest'
import { collectLosses } from '@/domain/paste/losses'
import { isBold, isItalic, noteLooks } from '@/domain/paste/marks'
import { makeElement, type PastedNode } from '@/domain/paste/tree'

const styled = (name: string, style: Record<string, string>, ...children: PastedNode[]) => ({
  ...makeElement(name, children),
  style,
})

const lost = (...nodes: PastedNode[]) => {
  const { note, list } = collectLosses()
  noteLooks(nodes, note)
  return list().map(({ code }) => code)
}

describe('bold and italic', () => {
  it.each([
    [makeElement('strong'), true],
    [styled('b', { 'font-weight': 'normal' }), false],
    [styled('span', { 'font-weight': '700' }), true],
    [styled('span', { 'font-weight': '500' }), false],
  ])('%j is bold: %s', (element, expected) => {
    expect(isBold(element)).toBe(expected)
  })

  it.each([
    [makeElement('em'), true],
    [styled('em', { 'font-style': 'normal' }), false],
    [styled('span', { 'font-style': 'italic' }), true],
  ])('%j is italic: %s', (element, expected) => {
    expect(isItalic(element)).toBe(expected)
  })
})

describe('what is noted', () => {
  it.each([
    ['underline', makeElement('u', ['a'])],
    ['strikethrough', styled('span', { 'text-decoration': 'line-through' }, 'a')],
    ['code', makeElement('code', ['a'])],
    ['script', makeElement('sup', ['2'])],
    ['colour', styled('span', { 'background-color': 'yellow' }, 'a')],
    ['alignment', styled('p', { 'text-align': 'center' }, 'a')],
  ])('%s', (code, node) => {
    expect(lost(node)).toEqual([code])
  })

  it('is no look that the source writes with every word, that a link has, or that shows nothing', () => {
    const black = { color: 'rgb(0, 0, 0)', 'background-color': 'transparent' }
    expect(lost(styled('p', black, styled('span', black, 'a')))).toEqual([])
    expect(lost(styled('a', { 'text-decoration': 'underline' }, 'a'))).toEqual([])
    expect(lost(makeElement('u', [' ']))).toEqual([])
  })

  it('is a colour within a text of another colour', () => {
    const red = styled('span', { color: 'red' }, 'b')
    expect(lost(styled('p', { color: 'black' }, 'a'), red)).toEqual(['colour'])
  })
})
