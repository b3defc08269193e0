// Where an answer stands.
import { expect, it } from 'vitest'
import { questionAddress } from '@/domain/articles/faq/questionAddress'

it('is its anchor in the article that carries it, or a page of its own', () => {
  expect(questionAddress({ anchor: 'how-often', path: '/sore-knees' })).toBe(
    '/sore-knees#faq-how-often',
  )
  expect(questionAddress({ anchor: 'how-often', path: null })).toBe('/questions/how-often')
})
