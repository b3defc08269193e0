// The description for search engines.
import { expect, it } from 'vitest'
import { metaDescription } from '@/domain/articles/metaDescription'

it('is what the editor wrote for search engines, else the summary', () => {
  expect(metaDescription({ seoDescription: ' For engines. ', summary: 'S' })).toBe('For engines.')
  expect(metaDescription({ seoDescription: ' ', summary: 'S' })).toBe('S')
  expect(metaDescription({ summary: 'S' })).toBe('S')
})
