// The publish checklist of an article.
import { describe, expect, it } from 'vitest'
import { contentIssues, type ArticleContent } from '@/domain/workflow/checklist/contentIssues'
import {
  articleLink,
  faqBlock,
  link,
  paragraph,
  readAlsoBlock,
  richText,
  upload,
} from '../../../../fixtures/richText'

const article = (changes: Partial<ArticleContent> = {}): ArticleContent => ({
  id: 50,
  title: 'Sleeping well',
  summary: 'How to.',
  path: '/sleeping-well',
  body: richText(paragraph('Go to bed.')),
  category: 2,
  sources: [],
  faqItems: [],
  readAlsoLinks: [],
  images: [],
  linkedArticles: [],
  ...changes,
})

const found = (changes: Partial<ArticleContent>) =>
  contentIssues(article(changes)).map(({ severity, field, code }) => [severity, field, code])

describe('contentIssues', () => {
  it('has nothing to say about a complete article', () => {
    expect(contentIssues(article())).toEqual([])
  })

  it('lists everything that an empty draft lacks, in the order of the form', () => {
    const empty = { title: undefined, summary: null, path: '', body: null, category: null }
    expect(found(empty)).toEqual([
      ['block', 'title', 'titleMissing'],
      ['block', 'summary', 'summaryMissing'],
      ['block', 'body', 'bodyEmpty'],
      ['block', 'path', 'pathMissing'],
      ['advise', 'category', 'categoryMissing'],
    ])
  })

  it('takes spaces and empty paragraphs for nothing', () => {
    expect(found({ title: '  ', body: richText(paragraph(' ')) })).toEqual([
      ['block', 'title', 'titleMissing'],
      ['block', 'body', 'bodyEmpty'],
    ])
  })

  it('hands on what is wrong with the path', () => {
    expect(contentIssues(article({ path: '/admin/Sleep' }))).toEqual([
      { field: 'path', severity: 'block', code: 'pathReserved', segment: 'admin' },
      { field: 'path', severity: 'block', code: 'pathSegmentInvalid', segment: 'Sleep' },
    ])
  })

  it('wants safe links in the text and in the sources', () => {
    const body = richText(paragraph(link('vbscript:x', 'a'), articleLink(8, 'b')))
    const sources = [{ url: 'https://a.example' }, { url: null }, { url: 'file:///etc/passwd' }]
    expect(found({ body, sources, linkedArticles: [{ id: 8, live: false }] })).toEqual([
      ['block', 'body', 'linkUnsafe'],
      ['advise', 'body', 'linkTargetNotLive'],
      ['block', 'sources.2.url', 'sourceUnsafe'],
    ])
  })

  it('wants every image to exist and to be described', () => {
    const body = richText(paragraph('See.'), upload(5), upload(6))
    const images = [
      { id: 5, alt: 'A bed' },
      { id: 4, alt: ' ' },
    ]
    expect(contentIssues(article({ body, images, heroImage: 4 }))).toEqual([
      { field: 'heroImage', severity: 'block', code: 'imageAltMissing', id: 4 },
      { field: 'body', severity: 'block', code: 'imageMissing', id: 6 },
    ])
  })

  it('looks into the questions and the Read Also links', () => {
    const body = richText(paragraph('Go.'), readAlsoBlock(3), paragraph('So.'), faqBlock([7]))
    const readAlsoLinks = [{ id: 3, kind: 'unresolved', title: 'Naps' } as const]
    const faqItems = [{ id: 7, question: 'How long?', answer: null }]
    expect(found({ body, readAlsoLinks, faqItems })).toEqual([
      ['advise', 'body', 'readAlsoUnresolved'],
      ['block', 'body', 'answerMissing'],
    ])
  })

  it('is data: it survives JSON', () => {
    const issues = contentIssues(article({ title: '', path: 'x', category: null }))
    expect(JSON.parse(JSON.stringify(issues))).toEqual(issues)
  })
})
