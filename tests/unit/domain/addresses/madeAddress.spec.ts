// An address follows the title until somebody writes it by hand or readers have had it.
import { describe, expect, it } from 'vitest'
import { candidates, nextAddress, type Stored } from '@/domain/addresses/madeAddress'

const stored = (said: Partial<Stored> = {}): Stored => ({
  title: 'How to',
  address: '/how-to',
  isFixed: false,
  wasLive: false,
  ...said,
})

describe('the next address', () => {
  it.each([
    ['of something new', undefined, { title: 'How to' }, { make: 'how-to', isFixed: false }],
    ['typed at once', undefined, { title: 'A', address: '/b' }, { keep: '/b', isFixed: true }],
    ['of nothing yet', undefined, { address: '' }, { isFixed: false }],
    ['of a title', stored(), { title: 'How to lift' }, { make: 'how-to-lift', isFixed: false }],
    ['of other spelling', stored(), { title: 'How  to!' }, { keep: '/how-to', isFixed: false }],
    ['with a number', stored({ address: '/how-to-2' }), {}, { keep: '/how-to-2', isFixed: false }],
    ['sent along', stored(), { address: '/how-to' }, { keep: '/how-to', isFixed: false }],
    ['without a title', stored(), { title: '' }, { keep: '/how-to', isFixed: false }],
    ['typed', stored(), { title: 'X', address: '/y' }, { keep: '/y', isFixed: true }],
    ['kept by hand', stored({ isFixed: true }), { title: 'X' }, { keep: '/how-to', isFixed: true }],
    [
      ...(['emptied', stored({ isFixed: true })] as const),
      ...([{ address: '' }, { make: 'how-to', isFixed: false }] as const),
    ],
    ['live', stored({ wasLive: true }), { title: 'X' }, { keep: '/how-to', isFixed: true }],
    [
      'live, emptied',
      stored({ wasLive: true }),
      { address: '' },
      { keep: '/how-to', isFixed: true },
    ],
    ['live, typed', stored({ wasLive: true }), { address: '/y' }, { keep: '/y', isFixed: true }],
  ])('%s', (_what, before, sent, next) => expect(nextAddress(before, sent)).toEqual(next))
})

it('candidates go on where the last ones ended', () => {
  expect(candidates('a', 0).slice(0, 3)).toEqual(['a', 'a-2', 'a-3'])
  expect(candidates('a', 1)[0]).toBe('a-21')
})
