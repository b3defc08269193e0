// A guest's remark: a name and some words, both asked for.
import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/access/limits'
import { remarkIssues, tidyRemark } from '@/domain/articles/review/remark'

describe('a remark', () => {
  it('is complete with a name and a text', () => {
    expect(remarkIssues({ name: 'Gwen', text: 'Fine.' })).toEqual([])
  })

  it('names each field that is missing or too long', () => {
    expect(remarkIssues(tidyRemark({ name: ' ', text: '\r\n' }))).toEqual([
      { code: 'textMissing', field: 'name' },
      { code: 'textMissing', field: 'text' },
    ])
    const [name, text] = ['x'.repeat(LIMITS.name + 1), 'x'.repeat(LIMITS.note + 1)]
    expect(remarkIssues({ name, text }).map(({ code, field }) => [code, field])).toEqual([
      ['textTooLong', 'name'],
      ['textTooLong', 'text'],
    ])
  })
})
