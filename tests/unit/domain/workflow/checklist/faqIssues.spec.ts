// FAQ items: what blocks, what is advised, alone and side by side in an article.
import { describe, expect, it } from 'vitest'
import {
  alikeIssues,
  faqItemIssues,
  faqSectionIssues,
  type FaqContent,
} from '@/domain/workflow/checklist/faqIssues'
import {
  articleLink,
  faqBlock,
  heading,
  link,
  list,
  paragraph,
  richText,
} from '../../../../fixtures/richText'

const item = (changes: Partial<FaqContent> = {}): FaqContent => ({
  id: 7,
  question: 'How long should an adult sleep?',
  answer: richText(paragraph('Seven to nine hours.')),
  ...changes,
})

const codes = (changes: Partial<FaqContent>) => faqItemIssues(item(changes)).map(({ code }) => code)

const words = (count: number, word = 'word'): string => Array(count).fill(word).join(' ')

describe('a question', () => {
  it('is fine when it is a short question that stands alone', () => {
    expect(faqItemIssues(item())).toEqual([])
  })

  it('blocks when there is none', () => {
    for (const question of [undefined, null, '', '  '])
      expect(faqItemIssues(item({ question }))).toEqual([
        { field: 'question', severity: 'block', code: 'questionMissing', id: 7, title: '' },
      ])
  })

  it('is advised against when another item asks nearly the same', () => {
    const others = [{ id: 8, question: 'How long should adults sleep?' }]
    expect(alikeIssues(item(), others, 'question')).toEqual([
      {
        field: 'question',
        severity: 'advise',
        code: 'questionAlike',
        id: 7,
        title: 'How long should an adult sleep?',
        other: 8,
        otherTitle: 'How long should adults sleep?',
      },
    ])
  })

  it.each([
    'どのくらい眠ればよいですか？',
    'كم ساعة ننام؟',
    'Πόσες ώρες κοιμόμαστε;',
    'Որքա՞ն քնել',
    'Should one ask “why?”',
  ])('ends as its script has it: %s', (question) => {
    expect(codes({ question })).toEqual([])
  })

  it.each(['Sleeping hours;', 'What; then.', 'Πόσες ώρες.'])('asks nothing: %s', (question) => {
    expect(codes({ question })).toEqual(['questionWithoutMark'])
  })

  it.each(['\u200B', ' \u00AD\u2060', '\u3164', '\u2800', '\uFE0F'])(
    'has no text in signs that nobody can see (%j), nor has its answer',
    (text) => {
      expect(codes({ question: text })).toEqual(['questionMissing'])
      expect(codes({ answer: richText(paragraph(text)) })).toEqual(['answerMissing'])
    },
  )

  it('is advised to end in a question mark and to be short', () => {
    expect(codes({ question: 'Sleeping hours' })).toEqual(['questionWithoutMark'])
    expect(codes({ question: `${'a'.repeat(149)}?` })).toEqual([])
    expect(faqItemIssues(item({ question: `${'a'.repeat(150)}?` }))).toMatchObject([
      { code: 'questionLong', severity: 'advise', length: 151, max: 150 },
    ])
  })

  it.each(['Does it hurt?', 'Can this be treated?', 'How do they work?', 'What causes this?'])(
    'is advised not to lean on what stands before it: %s',
    (question) => {
      expect(codes({ question })).toEqual(['questionLeansOnContext'])
    },
  )

  it.each([
    'Is it safe to run with back pain?',
    'Is this kind of pain normal?',
    'How long does it take to fall asleep?',
    'Are those exercises enough?',
  ])('may use the same words where they say what they mean: %s', (question) => {
    expect(codes({ question })).toEqual([])
  })
})

describe('an answer', () => {
  it('blocks when it says nothing', () => {
    for (const answer of [undefined, null, richText(), richText(paragraph(' '))])
      expect(codes({ answer })).toEqual(['answerMissing'])
  })

  it('blocks elements that answer engines do not read, each of them', () => {
    const answer = richText(
      heading('h2', 'So'),
      paragraph('Yes.'),
      heading('h3', 'But'),
      faqBlock([1]),
    )
    expect(
      faqItemIssues(item({ answer })).map((issue) => 'shape' in issue && issue.shape.type),
    ).toEqual(['heading', 'heading', 'block'])
  })

  it('may have paragraphs, lists and links', () => {
    const answer = richText(
      paragraph('Yes, see ', link('https://a.example', 'this study'), '.'),
      list('number', ['one', 'two']),
      paragraph(articleLink(9, 'More')),
    )
    expect(codes({ answer, linkedArticles: [{ id: 9, live: true }] })).toEqual([])
  })

  it('blocks links that nobody may follow', () => {
    const answer = richText(paragraph(link('data:text/html,x', 'here')))
    expect(faqItemIssues(item({ answer }))).toMatchObject([
      { code: 'linkUnsafe', field: 'answer', severity: 'block', id: 7, text: 'here' },
    ])
  })

  it('is advised to answer in its first paragraph, in 50 words and 300 characters', () => {
    const opening = (text: string) =>
      codes({ answer: richText(paragraph(text), paragraph('More.')) })
    expect(opening(words(50))).toEqual([])
    expect(opening(words(51))).toEqual(['answerOpeningLong'])
    expect(opening(words(30, 'elevenchars'))).toEqual(['answerOpeningLong'])
    expect(codes({ answer: richText(paragraph('Yes.'), paragraph(words(60))) })).toEqual([])
    expect(codes({ answer: richText(list('bullet', [words(51), 'two'])) })).toEqual([
      'answerOpeningLong',
    ])
  })

  it('is advised to stay under 300 words', () => {
    const long = (count: number) => richText(paragraph('Yes.'), paragraph(words(count - 1)))
    expect(codes({ answer: long(300) })).toEqual([])
    expect(faqItemIssues(item({ answer: long(301) }))).toMatchObject([
      { code: 'answerLong', words: 301, max: 300 },
    ])
  })
})

describe('faqSectionIssues', () => {
  const other = item({ id: 8, question: 'How deep should an adult sleep?' })
  const inArticle = (items: FaqContent[], ids: number[], lastReviewed: string | null = null) =>
    faqSectionIssues(richText(faqBlock(ids)), items, lastReviewed)

  it('lists what its items lack, at the body that shows them', () => {
    const issues = inArticle([item({ answer: null }), other], [8, 7])
    expect(issues).toEqual([
      {
        field: 'body',
        severity: 'block',
        code: 'answerMissing',
        id: 7,
        title: 'How long should an adult sleep?',
      },
    ])
  })

  it('looks at no item that the article does not show', () => {
    expect(inArticle([item({ answer: null }), other], [8])).toEqual([])
  })

  it('blocks an item that does not exist and advises about a section without items', () => {
    expect(inArticle([], [7])).toEqual([
      { field: 'body', severity: 'block', code: 'faqItemMissing', id: 7 },
    ])
    expect(inArticle([], [])).toEqual([
      { field: 'body', severity: 'block', code: 'faqSectionEmpty', heading: 'People Also Ask' },
    ])
  })

  it('notices an item twice, and one question in two items', () => {
    const twice = faqSectionIssues(richText(faqBlock([7]), faqBlock([8, 7])), [item(), other], null)
    expect(twice).toMatchObject([{ code: 'faqItemRepeated', severity: 'advise', id: 7 }])
    const same = item({ id: 9, question: 'how long should an adult sleep ?' })
    expect(inArticle([item(), same], [7, 9])).toMatchObject([
      { code: 'faqQuestionRepeated', id: 9 },
    ])
  })

  it('advises when the article claims a later review than an answer does', () => {
    const reviewed = item({ lastReviewed: '2026-05-01T00:00:00.000Z' })
    const at = (date: string) => inArticle([reviewed], [7], date).map(({ code }) => code)
    expect(at('2026-06-01T00:00:00.000Z')).toEqual(['faqReviewOlder'])
    expect(at('2026-05-01T00:00:00.000Z')).toEqual([])
  })
})
