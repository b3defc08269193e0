// What goes live with an article is named together with the other live articles that change.
import { describe, expect, it } from 'vitest'
import { carriedWords } from '@/cms/wording/workflow'

const inArticles = (total: number) => ({
  kind: 'faq-items' as const,
  title: 'How long?',
  usedIn: {
    total,
    articles: Array.from({ length: Math.min(total, 20) }, (_, n) => ({ title: `A${n}` })),
  },
})

describe('carriedWords', () => {
  it('names a part that no other live article shows', () => {
    expect(carriedWords(inArticles(0))).toBe('The FAQ item “How long?”')
  })

  it('names the other articles, and counts what would be too many names', () => {
    expect(carriedWords(inArticles(1))).toBe(
      'The FAQ item “How long?”, in 1 other live article too: “A0”',
    )
    expect(carriedWords(inArticles(30))).toBe(
      'The FAQ item “How long?”, in 30 other live articles too: “A0”, “A1”, “A2”, “A3” and 26 more',
    )
  })
})
