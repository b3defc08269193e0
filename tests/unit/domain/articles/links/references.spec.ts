// What a body points at.
import { describe, expect, it } from 'vitest'
import { bodyReferences } from '@/domain/articles/links/references'
import {
  articleLink,
  faqBlock,
  link,
  list,
  paragraph,
  quote,
  readAlsoBlock,
  richText,
  upload,
} from '../../../../fixtures/richText'

describe('bodyReferences', () => {
  it('finds every reference in order of first appearance, without repeats', () => {
    const body = richText(
      paragraph(articleLink(9, 'a'), link('https://a.example', 'b')),
      readAlsoBlock(4),
      list('bullet', [articleLink({ id: 8 }, 'c'), list('number', [articleLink(9, 'd')])]),
      upload(7),
      faqBlock([3, 1]),
      readAlsoBlock(2),
      faqBlock([1, 5]),
      quote(articleLink(6, 'e')),
    )
    expect(bodyReferences(body)).toEqual({
      faqItems: [3, 1, 5],
      readAlsoLinks: [4, 2],
      media: [7],
      articles: [9, 8, 6],
    })
  })

  it('bears the unfinished blocks of a draft', () => {
    const unfinished = [
      { type: 'block', fields: { id: 'a', blockType: 'readAlso', link: null } },
      { type: 'block', fields: { id: 'b', blockType: 'faqSection', heading: '' } },
      { type: 'link', fields: { linkType: 'internal', doc: null }, children: [] },
      { type: 'upload', relationTo: 'media', value: null },
    ]
    expect(bodyReferences({ root: { children: unfinished } })).toEqual({
      faqItems: [],
      readAlsoLinks: [],
      media: [],
      articles: [],
    })
  })

  it('takes links to other collections for no article', () => {
    const other = { ...articleLink(1, 'x') }
    other.fields = { linkType: 'internal', doc: { relationTo: 'media', value: 1 } }
    expect(bodyReferences(richText(paragraph(other))).articles).toEqual([])
  })
})
