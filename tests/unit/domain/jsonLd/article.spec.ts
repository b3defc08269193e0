// Article.
import { describe, expect, it } from 'vitest'
import { article } from '@/domain/jsonLd/article'
import { anArticle, anAuthor, aSite } from '../../../fixtures/makers'
import { aRichArticle } from '../../../fixtures/richArticle'
import { paragraph, richText } from '../../../fixtures/richText'

const site = aSite()

describe('article', () => {
  it('says what it is, who wrote it, and when', () => {
    expect(article(site, aRichArticle())).toMatchObject({
      '@type': 'Article',
      headline: 'Stiff neck after cycling',
      datePublished: '2026-04-01T06:30:00.000Z',
      dateModified: '2026-05-05T09:15:00.000Z',
      author: [
        { '@id': 'https://backstory.example/author/mara-lind#person' },
        { '@id': 'https://backstory.example/author/osei-amoah#person' },
      ],
      publisher: { '@id': 'https://backstory.example/#organization' },
      mainEntityOfPage: { '@id': 'https://backstory.example/stiff-neck-after-cycling#webpage' },
      image: { '@id': 'https://backstory.example/stiff-neck-after-cycling#primaryimage' },
      articleSection: 'Cycling',
    })
  })

  it('is by the organisation when nobody is named', () => {
    expect(article(site, anArticle({ authors: [] })).author).toEqual({
      '@id': 'https://backstory.example/#organization',
    })
    expect(article(site, anArticle({ authors: [anAuthor()] })).author).toHaveLength(1)
  })

  it('counts its words and cites its sources', () => {
    const node = article(
      site,
      anArticle({
        body: richText(paragraph('Four words stand here.')),
        sources: [{ title: 'A study', publisher: 'A journal', year: 2020, url: 'javascript:x' }],
      }),
    )
    expect(node.wordCount).toBe(4)
    expect(node.citation).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'A study',
        url: undefined,
        publisher: { '@type': 'Organization', name: 'A journal' },
        datePublished: '2020',
      },
    ])
  })

  it('says nothing about reviews: that belongs to the page', () => {
    expect(JSON.stringify(article(site, aRichArticle()))).not.toMatch(/review|relatedLink/i)
  })
})
