// A notice as a sentence and as a mail: nothing that people typed can break out of its place.
import { describe, expect, it } from 'vitest'
import { letterOf } from '@/cms/notices/letter'
import { sentenceOf } from '@/cms/wording/notices'
import { OCCASIONS } from '@/domain/workflow/notices'

describe('the sentence', () => {
  it.each(OCCASIONS)('of %s is one line that names the document', (occasion) => {
    const sentence = sentenceOf({
      occasion,
      kind: 'articles',
      by: 'Anna\r\nBcc: x@example.org',
      date: null,
      title: 'Sleeping\nWell\u0000',
    })
    expect(sentence).toContain('“Sleeping Well”')
    expect(sentence).not.toMatch(/[\r\n\0]/)
  })

  it('says who did what, and names what is gone by its kind', () => {
    const happening = { occasion: 'submit', kind: 'faq-items', by: 'Anna', date: null } as const
    expect(sentenceOf({ ...happening, title: 'Why?' })).toBe('Anna submitted “Why?” for review')
    expect(sentenceOf({ ...happening, title: undefined })).toBe(
      'Anna submitted a deleted FAQ item for review',
    )
  })

  it('says to what date something was scheduled, and who acts without an account', () => {
    const happening = { kind: 'articles', title: 'Rest', by: null, date: null } as const
    const at = { ...happening, by: 'Anna', date: '3 May 2027, 10:12 (UTC)' }
    expect(sentenceOf({ ...at, occasion: 'schedule' })).toBe(
      'Anna scheduled “Rest” for 3 May 2027, 10:12 (UTC)',
    )
    expect(sentenceOf({ ...happening, occasion: 'publish' })).toBe('The schedule published “Rest”')
  })
})

describe('the mail', () => {
  const letter = letterOf({
    sentence: 'Anna submitted “<b>Rest</b>” for review',
    note: 'One.\nTwo <script>.',
    changes: { heading: 'What changed', text: 'New: a & b' },
    link: 'https://example.org/admin/collections/articles/7',
    account: 'https://example.org/admin/account',
  })

  it('says in plain text what happened, quotes the note, and ends with the ways on', () => {
    expect(letter.text).toBe(
      [
        'Anna submitted “<b>Rest</b>” for review.',
        '> One.\n> Two <script>.',
        'What changed:',
        'New: a & b',
        'Open it in the panel: https://example.org/admin/collections/articles/7',
        'To get no more of these mails: https://example.org/admin/account',
      ].join('\n\n'),
    )
  })

  it('says the same in HTML, in which what people typed is only text', () => {
    expect(letter.html).not.toMatch(/<(b|script)>/)
    expect(letter.html).toContain('&lt;b&gt;Rest&lt;/b&gt;')
    expect(letter.html).toContain('New: a &amp; b')
    expect(letter.html).toContain('href="https://example.org/admin/collections/articles/7"')
  })

  it('leaves out what there is not', () => {
    const short = letterOf({ sentence: 'A', note: null, changes: null, link: 'l', account: 'a' })
    expect(short.text).toBe('A.\n\nOpen it in the panel: l\n\nTo get no more of these mails: a')
    expect(short.html).not.toMatch(/blockquote|h2/)
  })
})
