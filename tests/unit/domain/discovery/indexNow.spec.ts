// What is told to engines, and what their answers mean.
import { describe, expect, it } from 'vitest'
import {
  isIndexNowKey,
  retryMinutes,
  submission,
  submissionOutcome,
} from '@/domain/discovery/indexNow'

describe('IndexNow', () => {
  it('is told whole addresses and where the key stands', () => {
    expect(submission('https://backstory.example', 'abcdef12', ['/a', '/b'])).toEqual({
      host: 'backstory.example',
      key: 'abcdef12',
      keyLocation: 'https://backstory.example/abcdef12.txt',
      urlList: ['https://backstory.example/a', 'https://backstory.example/b'],
    })
  })

  it.each([
    ['abcdef12', true],
    ['a'.repeat(128), true],
    ['abcdef1', false],
    ['a'.repeat(129), false],
    ['abc/../def', false],
  ])('takes %s for a key: %s', (key, is) => {
    expect(isIndexNowKey(key)).toBe(is)
  })

  it.each([
    [200, 'accepted'],
    [202, 'accepted'],
    [400, 'refused'],
    [403, 'refused'],
    [422, 'refused'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('answers %i: %s', (status, outcome) => {
    expect(submissionOutcome(status)).toBe(outcome)
  })

  it('is tried again at growing distances, at least once a day', () => {
    expect([1, 2, 3, 11, 12, 50].map(retryMinutes)).toEqual([1, 2, 4, 1024, 1440, 1440])
  })
})
