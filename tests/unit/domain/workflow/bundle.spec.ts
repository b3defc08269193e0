// What goes live with an article: parts that readers never got and that wait for nothing of their own.
import { describe, expect, it } from 'vitest'
import { goesLiveWithArticle } from '@/domain/workflow/bundle'

describe('a part of an article', () => {
  it.each([
    ['that is new', { live: false, withdrawal: null, state: 'draft' }, true],
    ['whose row says nothing of a withdrawal', { live: false, state: 'in_review' }, true],
    ['that readers have', { live: true, withdrawal: null, state: 'draft' }, false],
    ['that was withdrawn', { live: false, withdrawal: { reason: 'gone' }, state: 'draft' }, false],
    ['that has a date of its own', { live: false, withdrawal: null, state: 'scheduled' }, false],
  ] as const)('%s', (_what, part, goes) => {
    expect(goesLiveWithArticle(part)).toBe(goes)
  })
})
