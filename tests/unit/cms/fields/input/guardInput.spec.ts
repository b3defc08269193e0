// The limits of what may be stored, field by field.
import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { inputIssues } from '@/cms/fields/input/guardInput'

const fields: Field[] = [
  {
    type: 'tabs',
    tabs: [{ label: 'A', fields: [{ name: 'title', type: 'text', maxLength: 3 }] }],
  },
  { type: 'row', fields: [{ name: 'summary', type: 'textarea', maxLength: 5 }] },
  { name: 'group', type: 'group', fields: [{ name: 'label', type: 'text', maxLength: 2 }] },
  {
    name: 'sources',
    type: 'array',
    maxRows: 2,
    fields: [{ name: 'url', type: 'text', custom: { url: true } }],
  },
]

const paths = (data: Record<string, unknown>) => inputIssues(fields, data).map(({ path }) => path)

describe('what may not be stored', () => {
  it('is named by the path of its field, wherever it is nested', () => {
    expect(paths({ title: 'long', summary: 'longer', group: { label: 'abc' } })).toEqual([
      'title',
      'summary',
      'group.label',
    ])
    expect(paths({ sources: [{ url: '/fine' }, { url: 'javascript:x' }] })).toEqual([
      'sources.1.url',
    ])
  })

  it('counts rows, and text without a limit of its own', () => {
    expect(paths({ sources: [{}, {}, {}] })).toEqual(['sources'])
    expect(paths({ sources: [{ url: `/${'x'.repeat(3000)}` }] })).toEqual(['sources.0.url'])
  })

  it('leaves alone what is absent, empty or of another kind', () => {
    expect(paths({})).toEqual([])
    expect(
      paths({ title: null, sources: [{ url: '' }], group: null, unknown: 'x'.repeat(99) }),
    ).toEqual([])
  })
})
