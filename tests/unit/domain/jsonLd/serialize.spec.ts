// JSON that stands safely in a script element.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serializeJsonLd } from '@/domain/jsonLd/serialize'

describe('serializeJsonLd', () => {
  it.each([
    '</script><script>alert(1)//',
    '<!-- <script>',
    ']]>',
    '\u2028\u2029',
    '"\\',
    '🦴',
    '&lt;',
  ])('cannot be broken by %j', (text) => {
    const json = serializeJsonLd({ [text]: text })
    expect(json).not.toMatch(/[<\u2028\u2029]/)
    expect(JSON.parse(json)).toEqual({ [text]: text })
  })

  it('loses nothing, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = serializeJsonLd({ value })
        expect(json).not.toMatch(/[<\u2028\u2029]/)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value })))
      }),
    )
  })

  it('leaves out characters that no text may hold', () => {
    expect(serializeJsonLd({ a: 'b\u0000\u000bc\ufffe' })).toBe('{"a":"b c"}')
  })

  it('leaves out what is undefined', () => {
    expect(serializeJsonLd({ a: undefined, b: 1 })).toBe('{"b":1}')
  })
})
