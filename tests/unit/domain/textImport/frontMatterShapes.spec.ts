// Which field a key sets, and how its value is read.
import { expect, it } from 'vitest'
import { FIELD_SHAPES, fieldNamed, fieldShape } from '@/domain/textImport/frontMatterShapes'

it('does not count case, spaces, hyphens and underscores of a key', () => {
  for (const key of ['seoTitle', 'SEO Title', 'seo-title', 'seo_title'])
    expect(fieldNamed(key)).toBe('seoTitle')
})

it('is none for a key that is not ours', () => {
  expect(fieldNamed('colour of the sea')).toBeUndefined()
  expect(fieldShape('colour of the sea')).toBeUndefined()
})

it('has the shape of its field', () => {
  expect(fieldShape('Topics')).toBe(FIELD_SHAPES.topics)
  expect(fieldShape('authors')?.commas).toBeUndefined()
})
