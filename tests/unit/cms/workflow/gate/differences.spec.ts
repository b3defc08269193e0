// What a save that came too late is told: the fields that differ, as words.
import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { Articles } from '@/cms/collections/articles/Articles'
import { differences } from '@/cms/workflow/gate/differences'
import { paragraph, richText } from '../../../../fixtures/richText'

const nameOf = ({ collection, id }: { collection: string; id: number }) => `${collection} ${id}`

const told = (yours: Record<string, unknown>, theirs: Record<string, unknown>) =>
  differences(
    Articles as { slug: string; fields: Field[] },
    Object.keys(yours),
    { yours, theirs },
    { nameOf, timeZone: 'UTC' },
  )

describe('a save that came too late is told', () => {
  it('the fields that were sent and differ, and nothing else', () => {
    const yours = { title: 'A', summary: 'Mine' }
    expect(told(yours, { title: 'A', summary: null, path: '/x' })).toEqual([
      { field: 'summary', label: 'summary', yours: 'Mine', theirs: '' },
    ])
  })

  it('a rich text as paragraphs, and what stands between them in brackets', () => {
    const block = {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'a', blockType: 'readAlso', link: 4 },
    } as never
    const yours = { body: richText(paragraph('One.'), paragraph('Two.'), block) }
    expect(told(yours, { body: richText(paragraph('One.')) })).toEqual([
      {
        field: 'body',
        label: 'body',
        theirs: 'One.',
        yours: 'One.\n\nTwo.\n\n[Read Also: read-also-links 4]',
      },
    ])
  })

  it('rows line by line, choices by their titles', () => {
    const yours = { sources: [{ id: 'x', title: 'S', year: 2024 }], category: 3, index: false }
    const theirs = { sources: [{ id: 'x', title: 'T' }], category: { id: 4, createdAt: '' } }
    expect(told(yours, { ...theirs, index: true })).toMatchObject([
      { field: 'sources', yours: 'S · 2024', theirs: 'T' },
      { field: 'index', yours: 'no', theirs: 'yes' },
      { field: 'category', yours: 'categories 3', theirs: 'categories 4' },
    ])
  })

  it('nothing of the order of keys, the ids of rows, missing for empty, or what hooks keep', () => {
    const yours = { sources: [{ id: 'x', title: 'S' }], topics: [], titleKey: 'a' }
    expect(told(yours, { sources: [{ title: 'S', id: 'y' }], titleKey: 'b' })).toEqual([])
  })

  it('no more than fits into an answer', () => {
    const [difference] = told({ body: richText(paragraph('x'.repeat(50_000))) }, {})
    expect(difference!.yours.length).toBeLessThan(21_000)
  })
})
