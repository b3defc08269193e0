// Question marks of every script.
import { expect, it } from 'vitest'
import { endsAsQuestion } from '@/domain/articles/faq/questionEnd'

it.each([
  'Why?',
  'Why? ',
  'Should one ask “why?”',
  'どのくらい眠ればよいですか？',
  'كم ساعة ننام؟',
  'Πόσες ώρες κοιμόμαστε;',
  'Πόσες ώρες;\u00BB',
  'Որքա՞ն քնել',
  'ምን ያህል፧',
])('asks: %s', (text) => {
  expect(endsAsQuestion(text)).toBe(true)
})

it.each(['Why.', 'Why', 'What; then', 'What;', 'Why? Because.', 'Πόσες ώρες.', ''])(
  'asks nothing: %s',
  (text) => {
    expect(endsAsQuestion(text)).toBe(false)
  },
)
