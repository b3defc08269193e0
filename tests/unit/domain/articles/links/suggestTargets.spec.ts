// Which articles are suggested as Read Also, and why.
import { describe, expect, it } from 'vitest'
import { suggestTargets, type Candidate } from '@/domain/articles/links/suggestTargets'

const OWN = { title: 'Walking in the Morning', topics: ['Walks', 'Sleep'], category: 'Health' }

const candidate = (id: number, values: Partial<Candidate> = {}): Candidate => ({
  id,
  title: 'Something Else',
  topics: [],
  category: null,
  ...values,
})

describe('suggested targets', () => {
  it('have a topic in common before words, and words before a category', () => {
    const found = suggestTargets(OWN, [
      candidate(1, { category: 'Health' }),
      candidate(2, { title: 'Why Walking Helps', category: 'Health' }),
      candidate(3, { topics: ['Sleep', 'Cats'], title: 'Walking' }),
    ])
    expect(found).toEqual([
      { id: 3, reason: { code: 'sameTopic', names: ['Sleep'] } },
      { id: 2, reason: { code: 'sharesWords', words: ['walking'] } },
      { id: 1, reason: { code: 'sameCategory', name: 'Health' } },
    ])
  })

  it('are three at most, those with more in common first', () => {
    const found = suggestTargets(OWN, [
      candidate(1, { topics: ['Walks'] }),
      candidate(2, { topics: ['Walks'] }),
      candidate(3, { topics: ['Walks'] }),
      candidate(4, { topics: ['Walks', 'Sleep'] }),
    ])
    expect(found.map(({ id }) => id)).toEqual([4, 1, 2])
  })

  it('are none without a reason: short words, another category, no category on both sides', () => {
    const own = { ...OWN, title: 'How To Do It in the Park', category: null }
    const found = suggestTargets(own, [
      candidate(1, { title: 'What the Park Is to Us' }),
      candidate(2, { category: 'Food' }),
      candidate(3),
    ])
    expect(found).toEqual([])
  })
})
