// WebPage and its kinds.
import { describe, expect, it } from 'vitest'
import { articleWebPage, webPage } from '@/domain/jsonLd/webPage'
import { aFaqItem, anArticle, anExternalReadAlsoLink, aSite } from '../../../fixtures/makers'
import { aRichArticle } from '../../../fixtures/richArticle'
import { faqBlock, readAlsoBlock, richText } from '../../../fixtures/richText'

const site = aSite()

describe('webPage', () => {
  it('is of the kind asked for and part of the site', () => {
    expect(webPage(site, { type: 'CollectionPage', path: '/category/a', name: 'A' })).toMatchObject(
      {
        '@type': 'CollectionPage',
        '@id': 'https://backstory.example/category/a#webpage',
        url: 'https://backstory.example/category/a',
        isPartOf: { '@id': 'https://backstory.example/#website' },
      },
    )
  })
})

describe('articleWebPage', () => {
  it('is an FAQPage too when a question is at home here, and lists its questions in page order', () => {
    expect(articleWebPage(site, aRichArticle())).toMatchObject({
      '@type': ['WebPage', 'FAQPage'],
      mainEntity: [
        { '@id': 'https://backstory.example/stiff-neck-after-cycling#faq-why-neck-aches' },
        { '@id': 'https://backstory.example/stiff-neck-after-cycling#faq-helmet' },
      ],
    })
  })

  it.each([
    ['no section', anArticle()],
    [
      'only items at home elsewhere',
      anArticle({ body: richText(faqBlock([1])), faqItems: [aFaqItem({ home: null })] }),
    ],
    [
      'only items that are incomplete',
      anArticle({ body: richText(faqBlock([1])), faqItems: [aFaqItem({ answer: richText() })] }),
    ],
  ])('is no FAQPage with %s', (_what, article) => {
    expect(articleWebPage(site, article)).toMatchObject({
      '@type': 'WebPage',
      mainEntity: { '@id': 'https://backstory.example/sore-knees#article' },
    })
  })

  it('says who reviewed it and when, if somebody did', () => {
    expect(articleWebPage(site, aRichArticle())).toMatchObject({
      reviewedBy: { '@id': 'https://backstory.example/author/ines-roth#person' },
      lastReviewed: '2026-05-04',
    })
    const { reviewedBy, lastReviewed } = articleWebPage(site, anArticle())
    expect([reviewedBy, lastReviewed]).toEqual([undefined, undefined])
  })

  it('relates to the Read Also links shown, but to none that is paid or not vouched for', () => {
    const article = anArticle({
      body: richText(readAlsoBlock(1), readAlsoBlock(2), readAlsoBlock(3), readAlsoBlock(4)),
      readAlsoLinks: [
        anExternalReadAlsoLink({ id: 1, relation: 'paid' }),
        anExternalReadAlsoLink({ id: 2, relation: 'notVouchedFor' }),
        { id: 3, kind: 'internal', title: 'In', path: '/in' },
      ],
    })
    expect(articleWebPage(site, article).relatedLink).toEqual(['https://backstory.example/in'])
  })
})
