// A rich text as words for reading beside another version.
import { expect, it } from 'vitest'
import { readableText } from '@/domain/readableText'
import { paragraph, richText } from '../../fixtures/richText'

const nameOf = (collection: string, id: number) => `${collection} ${id}`

it('is its paragraphs, and the titles of its blocks and images in brackets', () => {
  const text = richText(
    paragraph('One.'),
    { type: 'upload', relationTo: 'media', value: 2 } as never,
    paragraph(''),
    {
      type: 'block',
      fields: { id: 'a', blockType: 'faqSection', heading: 'Questions', items: [1, 2] },
    } as never,
  )
  expect(readableText(text, nameOf)).toBe(
    'One.\n\n[Image: media 2]\n\n[Questions: faq-items 1 · faq-items 2]',
  )
})

it('is empty for what holds no text yet', () => {
  expect(readableText(null, nameOf)).toBe('')
  expect(readableText({} as never, nameOf)).toBe('')
})
