// The sentences that the panel makes of issues.
import { describe, expect, it } from 'vitest'
import { messageOf } from '@/cms/wording/issues'
import { placeOf } from '@/cms/admin/workflow/Blockers'
import { brokenWords } from '@/cms/wording/workflow'

describe('a message', () => {
  it('names the states in which the event is possible', () => {
    const issue = {
      code: 'wrongState',
      state: 'draft',
      allowed: ['in_review', 'approved'],
    } as const
    expect(messageOf(issue)).toBe(
      'It is “draft” now; this is possible only from “in review”, “approved”.',
    )
  })

  it('names who was first, with what', () => {
    const moved = { event: 'publish', from: 'approved', to: 'published' } as const
    const first = { code: 'overtaken', at: '', ...moved } as const
    expect(messageOf({ ...first, by: { id: 3, name: 'Anna' } })).toBe(
      'Anna published it before you: it is “published” now. You changed nothing; close this, and look again.',
    )
    expect(messageOf({ ...first, by: null })).toContain('The site published it')
  })

  it('names the text that it is about', () => {
    const at = { field: 'body', severity: 'block', id: 3 } as const
    expect(messageOf({ ...at, code: 'answerMissing', title: 'How long?' })).toContain('“How long?”')
    expect(messageOf({ ...at, code: 'answerMissing', title: '' })).toContain('without a title')
  })

  it('names the part of a page that broke a seal', () => {
    expect(brokenWords({ part: 'article', field: 'seoTitle', change: 'changed' })).toBe(
      'The title for search engines was changed.',
    )
    expect(brokenWords({ part: 'faqItem', id: 3, title: 'How long?', change: 'added' })).toBe(
      'The FAQ item “How long?” was added.',
    )
  })
})

describe('the way to what an issue is about', () => {
  const issue = {
    field: 'body',
    severity: 'block',
    id: 3,
    title: 'How long?',
    code: 'answerMissing',
  } as const

  it('leads from an article to its FAQ item', () => {
    expect(placeOf(issue, 'articles')).toBe('/admin/collections/faq-items/3')
  })

  it('stays on the FAQ item itself', () => {
    expect(placeOf(issue, 'faq-items')).toBeNull()
  })

  it('does not lead to what is gone', () => {
    const gone = { field: 'body', severity: 'block', id: 3, code: 'faqItemMissing' } as const
    expect(placeOf(gone, 'articles')).toBeNull()
  })
})
