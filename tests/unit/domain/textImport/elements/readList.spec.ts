// Bullets and numbers, seen in the article.
import { describe, expect, it } from 'vitest'
import { sketch, text } from '../sketch'

const within = (...lines: string[]): string[] => sketch(text('T', 'Intro.', ...lines)).slice(2)

describe('lists', () => {
  it.each([
    ['- a\n- b', 'ul a | b'],
    ['* a\n* b', 'ul a | b'],
    ['+ a\n• b', 'ul a | b'],
    ['- a\n\n- b', 'ul a | b'],
    ['1. a\n2. b', 'ol1 a | b'],
    ['3) a\n4) b', 'ol3 a | b'],
    ['1. a\n1. b', 'ol1 a | b'],
    ['- a\n  - deeper\n- b', 'ul a | deeper | b'],
    ['- a\n• b\n\t* c', 'ul a | b | c'],
    ['- a long item\n  goes on here\n- b', 'ul a long item goes on here | b'],
    ['- a long item\ngoes on here\n- b', 'ul a long item goes on here | b'],
  ])('%j', (list, expected) => {
    expect(within(`Look:\n${list}`)).toEqual(['p Look:', expected])
  })

  it('change where bullets become numbers, and where numbers begin again', () => {
    expect(within('Look:\n- a\n1. b\n2. c\n\n1. d')).toEqual([
      'p Look:',
      'ul a',
      'ol1 b | c',
      'ol1 d',
    ])
  })

  it('keep their numbers where deeper items stand between', () => {
    expect(within('Look:\n1. a\n   - x\n   - y\n2. b\n   1. z\n3. c')).toEqual([
      'p Look:',
      'ol1 a',
      'ul x | y',
      'ol2 b',
      'ol1 z',
      'ol3 c',
    ])
  })

  it('are not begun by a minus, emphasis, a year or a decimal', () => {
    for (const line of [
      '-5 degrees is cold.',
      '*Rest* is good.',
      '2019. It began.',
      '3.5 km is far.',
    ]) {
      expect(within(line)).toEqual([`p ${line}`])
    }
  })

  it('are headings where several numbers stand above text', () => {
    expect(within('1. Warm Up', 'Slowly.', '2. Stretch\nCarefully.')).toEqual([
      'h2 1. Warm Up',
      'p Slowly.',
      'h2 2. Stretch',
      'p Carefully.',
    ])
    expect(within('1. Warm Up', 'Slowly.')).toEqual(['ol1 Warm Up', 'p Slowly.'])
    expect(within('Two things:', '1. Warm Up', 'Slowly.', '2. Stretch', 'Well.')[1]).toBe(
      'ol1 Warm Up',
    )
  })
})
