// Blocks in Markdown: what each becomes, word for word.
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import type { BlockLevelNode } from '@/domain/text/richText'
import { anArticle, aSite } from '../../../../fixtures/makers'
import {
  block,
  footnote,
  heading,
  notice,
  paragraph,
  richText,
} from '../../../../fixtures/richText'

const markdownOf = (...nodes: BlockLevelNode[]): string =>
  articleMarkdown(aSite(), anArticle({ body: richText(...nodes) }))
    .split('sore-knees>\n\n')[1]!
    .trimEnd()

const passage = (words: string) => richText(paragraph(words))

describe('a block in Markdown', () => {
  it('is a quote with its kind in words, of a notice', () => {
    expect(markdownOf(notice('Call.', { kind: 'urgent' }))).toBe(
      '> **When to get help now**\n>\n> Call.',
    )
  })

  it('is fenced, of code, with the language as one word', () => {
    const code = 'a\n```\n  b'
    expect(markdownOf(block({ id: 'a', blockType: 'code', language: 'Type Script', code }))).toBe(
      '````type\na\n```\n  b\n````',
    )
  })

  it('is a list, of steps and of terms', () => {
    const entries = [
      { heading: 'Stand', text: passage('Up.') },
      { heading: '', text: passage('Go.') },
    ]
    expect(markdownOf(block({ id: 'a', blockType: 'steps', entries }))).toBe(
      '1. **Stand**\n\n   Up.\n\n2. Go.',
    )
    const terms = [{ term: 'Iris', definition: passage('A ring.') }]
    expect(markdownOf(block({ id: 'a', blockType: 'definitions', entries: terms }))).toBe(
      '- **Iris**\n\n  A ring.',
    )
  })

  it('names who said a quote, and where', () => {
    const quote = { id: 'a', blockType: 'pullQuote', quote: 'So.', source: 'Me' } as const
    expect(markdownOf(block({ ...quote, url: '' }))).toBe('> So.\n>\n> — Me')
    expect(markdownOf(block({ ...quote, url: '/me' }))).toBe(
      '> So.\n>\n> — [Me](https://backstory.example/me)',
    )
  })

  it('numbers footnotes, and has their texts at the end', () => {
    expect(markdownOf(paragraph('Said', footnote('By me.'), '.'), heading('h2', 'B'))).toBe(
      'Said[^1].\n\n## B\n\n[^1]: By me.',
    )
  })
})
