// What readers get of a text that is older than the description of what one may hold.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richTextBlocks } from '@/domain/differences/blocks'
import { bodyScope } from '@/site/richText/bodyScope'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import { plainText } from '@/domain/text/plainText'
import { readableText } from '@/domain/text/readableText'
import { bodyReferences } from '@/domain/articles/links/references'
import { isAboutAddress, textShapeIssues } from '@/domain/text/textShapeIssues'
import { renderMarkup } from '@/site/layout/render'
import { bodyNodes } from '@/site/richText/bodyNodes'
import { RichText } from '@/site/richText/RichText'
import { anArticle, aSite } from '../../../fixtures/makers'
import { anyNode, line, nested, root, words } from '../../../fixtures/oddTexts'
import { bold, list, paragraph, richText } from '../../../fixtures/richText'

/** Hundreds of texts go through every room: on a busy machine that takes its time. */
const PATIENCE = { timeout: 60_000 }

describe('what readers get of an old text', PATIENCE, () => {
  it('is the text itself where it fits', () => {
    const fits = richText(
      paragraph('a', bold('b')),
      list('number', ['c', list('bullet', ['d'])], 3),
    )
    expect(readableText('article', fits)).toEqual(fits)
  })

  it('keeps the words of what it cannot show', () => {
    const cell = (value: string) => ({ type: 'gridcell', children: [line(words(value))] })
    const table = {
      type: 'grid',
      children: [{ type: 'gridrow', children: [cell('a'), cell('b')] }],
    }
    const old = root(
      table,
      { type: 'heading', tag: 'h1', children: [words('c')] },
      { ...(nested(1, words('d')) as object), tag: 'iframe' },
      { type: 'quote', children: [line(words('e')), line(words('f'))] },
      line({
        type: 'link',
        fields: { linkType: 'custom', url: 'javascript:x' },
        children: [words('g')],
      }),
      line({ type: 'text' }, { ...words('h\u000bi'), style: 'position:fixed' }),
      { type: 'paragraph' },
      words('j'),
    )
    const shown = readableText('article', old)
    expect(plainText(shown).split(/[\n\t]+/)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h i',
      'j',
    ])
    expect(JSON.stringify(shown)).not.toMatch(/iframe|position|\\u000b/)
  })

  it('can be shown everywhere, whatever it was, and may then be stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyNode.node), async (children) => {
        const old = { root: { type: 'root', children } }
        const shown = readableText('article', old)
        expect(textShapeIssues('article', shown).filter((issue) => !isAboutAddress(issue))).toEqual(
          [],
        )
        expect(readableText('article', shown)).toEqual(shown)
        textShapeIssues('answer', old)
        const scope = bodyScope({ path: '/a', body: shown, linkedArticles: [], images: [] })
        await renderMarkup(RichText({ nodes: shown.root.children, scope, table: bodyNodes }))
        articleMarkdown(aSite(), anArticle({ body: shown }))
        bodyReferences(shown)
        richTextBlocks(shown, () => '')
      }),
      { numRuns: 300 },
    )
  })

  it('keeps words that stand in a table or a row, in cells of their own', () => {
    const row = { type: 'tablerow', children: [line(words('a')), words('b')] }
    const old = root({ type: 'table', children: [words('c'), row, line(words('d'))] })
    const shown = readableText('article', old)
    expect(plainText(shown).split(/[\n\t]+/)).toEqual(['c', 'a', 'b', 'd'])
    expect(textShapeIssues('article', shown)).toEqual([])
  })

  it('is never less than the words of what fits', () => {
    fc.assert(
      fc.property(fc.array(anyNode.node), fc.string({ unit: 'grapheme' }), (children, said) => {
        const shown = readableText('article', root(...children, line(words(`x${said}`))))
        expect(shown.root.children.at(-1)).toMatchObject({ type: 'paragraph' })
        expect(plainText({ ...shown })).toContain('x')
      }),
    )
  })
})
