// What goes live with an article: parts that are new or changed and that wait for nothing of their own.
import { describe, expect, it } from 'vitest'
import { goesLiveWithArticle } from '@/domain/workflow/bundle'

describe('a part of an article', () => {
  it.each([
    ['that is new', { withdrawal: null, state: 'draft' }, true],
    ['whose row says nothing of a withdrawal', { state: 'in_review' }, true],
    ['that readers have as it is', { withdrawal: null, state: 'published' }, false],
    ['that readers have, with a next version', { withdrawal: null, state: 'draft' }, true],
    ['that was withdrawn', { withdrawal: { reason: 'gone' }, state: 'draft' }, false],
    ['that has a date of its own', { withdrawal: null, state: 'scheduled' }, false],
  ] as const)('%s', (_what, part, goes) => {
    expect(goesLiveWithArticle(part)).toBe(goes)
  })
})
