// The names of the fields of front matter, and how the value of each is read.
import { describe, expect, it } from 'vitest'
import {
  FIELD_SHAPES,
  fieldNamed,
  fieldShape,
} from '@/domain/textImport/frontMatter/frontMatterShapes'
import { FRONT_MATTER_FIELDS } from '@/domain/textImport/lines/grammar'

describe('a key', () => {
  it.each([
    ['title', 'title'],
    ['TITLE', 'title'],
    ['Reviewed by', 'reviewer'],
    ['reviewed-by', 'reviewer'],
    ['reviewed_by', 'reviewer'],
    ['reviewedBy', 'reviewer'],
    ['redirect_from', 'formerPaths'],
    ['Tags', 'topics'],
    ['layout', undefined],
    ['titles', undefined],
    ['my title', undefined],
    ['title.', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ])('%j names the field %s', (key, field) => {
    expect(fieldNamed(key)).toBe(field)
  })

  it('has the shape of the field that it names', () => {
    expect(fieldShape('Tags')).toBe(FIELD_SHAPES.topics)
    expect(fieldShape('layout')).toBeUndefined()
    expect(fieldShape('constructor')).toBeUndefined()
  })
})

describe('the fields', () => {
  it('can each be set by a key', () => {
    expect([...new Set(FRONT_MATTER_FIELDS.values())].sort()).toEqual(
      Object.keys(FIELD_SHAPES).sort(),
    )
  })

  it('have keys in the grammar as they are looked up', () => {
    for (const key of FRONT_MATTER_FIELDS.keys()) expect(fieldNamed(key), key).toBeDefined()
  })

  it('split at commas only where a value can have none: never a name, an address or a title', () => {
    const split = Object.entries(FIELD_SHAPES).filter(([, { commas }]) => commas)
    expect(split.map(([name]) => name)).toEqual(['categories', 'topics', 'keywords'])
  })
})
