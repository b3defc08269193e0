// What caches may keep, and for how long.
import { describe, expect, it } from 'vitest'
import { imageCacheControl, pageCacheControl } from '@/domain/http/cacheControl'

const NONE = { seconds: 0, isTold: false }
const UNTOLD = { seconds: 1, isTold: false }
const TOLD = { seconds: 600, isTold: true }

describe('a page', () => {
  it('is kept by nobody without asking, unless the settings say so', () => {
    expect(pageCacheControl(NONE)).toBe('public, max-age=0, must-revalidate')
  })

  it('is never given stale by a cache that nobody tells of changes', () => {
    expect(pageCacheControl(UNTOLD)).toBe('public, max-age=0, s-maxage=1')
  })

  it('is kept by a cache that is told, also while it cannot ask', () => {
    expect(pageCacheControl(TOLD)).toBe(
      'public, max-age=0, s-maxage=600, stale-while-revalidate=60, stale-if-error=86400',
    )
  })
})

describe('an image', () => {
  it('is kept by the browser that has it, and by no cache for many', () => {
    expect(imageCacheControl(NONE)).toBe('public, max-age=3600, s-maxage=0')
  })

  it('is kept by a shared cache as long as a page is', () => {
    expect(imageCacheControl(UNTOLD)).toBe('public, max-age=3600, s-maxage=1')
    expect(imageCacheControl(TOLD)).toMatch(/max-age=3600, s-maxage=600, .*stale-if-error=86400$/)
  })
})
