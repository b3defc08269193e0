// What becomes of two people's changes to one document.
import { describe, expect, it } from 'vitest'
import { plainText } from '@/domain/text/plainText'
import { changedFields, mergeBoth, meet, pick } from '@/domain/workflow/reconcile'
import type { RichText } from '@/domain/text/richText'
import { paragraph, richText } from '../../../fixtures/richText'

const NAMES = ['title', 'summary', 'topics']
const base = { title: 'T', summary: 'S', topics: [1] }

describe('changes of two people to one document', () => {
  it('stand together where they are about different fields', () => {
    const [mine, theirs] = [
      { ...base, title: 'Mine' },
      { ...base, summary: 'Theirs' },
    ]
    expect(meet(NAMES, { base, mine, theirs })).toEqual({
      mine: ['title'],
      theirs: ['summary'],
      contested: [],
    })
  })

  it('are contested where both changed one field in their own way', () => {
    const [mine, theirs] = [
      { ...base, title: 'Mine' },
      { ...base, title: 'Theirs' },
    ]
    expect(meet(NAMES, { base, mine, theirs }).contested).toEqual(['title'])
    expect(meet(NAMES, { base, mine, theirs: mine }).contested).toEqual([])
  })

  it('are my own where a save of mine arrived and its answer did not', () => {
    const [mine, theirs] = [
      { ...base, title: 'Mine, longer' },
      { ...base, title: 'Mine' },
    ]
    const asked = { base, mine, theirs, unsure: { title: 'Mine' } }
    expect(meet(NAMES, asked).contested).toEqual([])
    expect(meet(NAMES, { ...asked, unsure: { title: 'Other' } }).contested).toEqual(['title'])
  })

  it('are named by field, and what nobody sees is no change', () => {
    expect(changedFields(NAMES, base, { ...base, topics: [2], extra: 1 })).toEqual(['topics'])
    expect(changedFields(NAMES, { topics: null }, { topics: [], title: '' })).toEqual([])
    expect(pick({ title: 'T' }, ['title', 'summary'])).toEqual({ title: 'T', summary: null })
  })
})

describe('keeping both', () => {
  const text = (...words: string[]) => richText(...words.map((each) => paragraph(each)))

  it.each([
    ['a new paragraph each', ['A', 'Hers'], ['Mine', 'A'], 'Mine A Hers'],
    ['one paragraph changed by both', ['A', 'Hers', 'C'], ['A', 'Mine', 'C'], 'A Mine Hers C'],
    ['one that she removed', ['A'], ['A', 'B'], 'A B'],
    ['the same text', ['A', 'B'], ['A', 'B'], 'A B'],
  ])('of rich texts loses no paragraph: %s', (_what, theirs, mine, both) => {
    const kept = mergeBoth(text(...theirs), text(...mine)) as RichText
    expect(plainText(kept).split('\n\n').join(' ')).toBe(both)
  })

  it('of plain texts puts one after the other, and makes no sense of numbers', () => {
    expect(mergeBoth('Hers', 'Mine')).toBe('Hers\n\nMine')
    expect(mergeBoth(1, 2)).toBeNull()
  })
})
