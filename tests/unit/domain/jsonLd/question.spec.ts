// Question and Answer.
import { expect, it } from 'vitest'
import { question } from '@/domain/jsonLd/question'
import { aFaqItem, aSite } from '../../../fixtures/makers'

it('has one accepted answer and its permanent address', () => {
  const url = 'https://backstory.example/sore-knees#faq-how-often'
  expect(question(aSite(), aFaqItem(), '<p>Twice a week.</p>')).toEqual({
    '@type': 'Question',
    '@id': url,
    url,
    name: 'How often should a beginner run?',
    answerCount: 1,
    inLanguage: 'en',
    acceptedAnswer: { '@type': 'Answer', text: '<p>Twice a week.</p>', url },
  })
})
