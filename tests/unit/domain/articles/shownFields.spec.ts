// The table of what readers and search engines get of each kind.
import { describe, expect, it } from 'vitest'
import { fieldsOnPage, SHOWN_FIELDS, shownOf, type ShownKind } from '@/domain/articles/shownFields'

const KINDS = Object.keys(SHOWN_FIELDS) as ShownKind[]

describe('shownOf', () => {
  it('keeps what is shown and leaves out the rest', () => {
    const shown = shownOf('faq-items', { id: 1, question: 'Why?', anchor: 'why' })
    expect(shown).toMatchObject({ question: 'Why?' })
    expect(Object.keys(shown)).not.toContain('anchor')
  })
})

describe('fieldsOnPage', () => {
  it('leaves out what is about the page', () => {
    expect(fieldsOnPage('articles')).toContain('corrections')
    expect(fieldsOnPage('articles')).not.toContain('path')
  })
})

describe.each(KINDS)('the table of %s', (kind) => {
  it('names each field once', () => {
    const names = SHOWN_FIELDS[kind].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
