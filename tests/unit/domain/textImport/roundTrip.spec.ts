// Articles that are typed in many ways and read back, and texts that nobody would type.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import { formatOutline, formatReceipt } from '@/domain/textImport/receipt/outline'
import { parseArticle } from '@/domain/textImport/parse'
import { toRichText } from '@/domain/textImport/article/toRichText'
import { anyTyping, anyModel, expectedBlocks, typed } from './typedArticle'

describe('an article', () => {
  it('is read back from any way of typing it, with a complete receipt', () => {
    fc.assert(
      fc.property(anyModel, anyTyping, (model, typing) => {
        const source = typed(model, typing)
        const result = parseArticle(source)
        expect(result.article.blocks).toEqual(expectedBlocks(model))
        expect(result.article.sources).toEqual(model.sources)
        if (model.title === null) expect(result.article.title?.proposed).toBe(true)
        else expect(result.article.title).toMatchObject({ text: model.title, proposed: false })
        expect(result.issues).toEqual([])
        expect(checkReceipt(source, result)).toEqual([])
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

/** Pieces that mean something in one place or another. */
const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\0',
  '~~~',
  '---',
  '***',
  '# ',
  '## ',
  '### ',
  '- ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '**',
  '_',
  '`',
  '|',
  'Read Also: ',
  'Related: ',
  'See also - ',
  'https://x.org/a',
  'ftp://x',
  '[a](',
  '](',
  ')',
  '(',
  'FAQ',
  'People Also Ask',
  'Why?',
  'Q: ',
  'A: ',
  'Final Words',
  'Sources',
  '[1] ',
  '?',
  '.',
  ':',
  'title: ',
  'topics: [a, b]',
  'summary: >',
  '"',
  '“',
  '”',
  'Word',
  'word',
  '<div>',
  '😀',
  '\ud800',
]

const anyText = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''))

describe('any text', () => {
  it('is read without an error, every character accounted for', () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.string(), { nil: undefined }), (source, title) => {
        const result = parseArticle(source, { title })
        expect(checkReceipt(source, result)).toEqual([])
        const lines = result.issues.map(({ line }) => line)
        expect(lines).toEqual([...lines].sort((a, b) => a - b))
        expect(parseArticle(source, { title })).toEqual(result)
        if (result.issues.length > 0) return
        expect(result.article.title?.text).not.toBe('')
        const body = toRichText(result.article.blocks, { faqItem: () => 1, readAlsoLink: () => 1 })
        expect(body.root.children.length).toBeGreaterThan(0)
        formatOutline(result)
        formatReceipt(source, result)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)
})
