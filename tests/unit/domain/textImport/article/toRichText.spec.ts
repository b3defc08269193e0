// Imported blocks as Lexical's JSON.
import { describe, expect, it } from 'vitest'
import type { BlockLevelNode } from '@/domain/text/richText'
import { plainText } from '@/domain/text/plainText'
import type { Block } from '@/domain/textImport/importedArticle'
import { answerToRichText, toRichText } from '@/domain/textImport/article/toRichText'

const ids = {
  faqItem: (question: string) => (question === 'Why?' ? 7 : 8),
  readAlsoLink: (title: string, url?: string) => (url ? 2 : title.length),
}
const text = (text: string) => ({
  type: 'text',
  text,
  format: 0,
  version: 1,
  mode: 'normal',
  style: '',
  detail: 0,
})
const element = { version: 1, format: '', indent: 0, direction: null }
const readAlso: Block = { type: 'readAlso', title: 'Sleep' }
const faq: Block = {
  type: 'faqSection',
  heading: 'FAQ',
  items: [
    { question: 'Why?', answer: [] },
    { question: 'When?', answer: [] },
  ],
}
const bodyOf = (...blocks: Block[]) => toRichText(blocks, ids).root.children
const idOf = (node: BlockLevelNode) => (node.fields as { id: string }).id

describe('toRichText', () => {
  it('writes text nodes as the editor does', () => {
    expect(
      bodyOf(
        { type: 'heading', level: 3, text: 'One' },
        { type: 'paragraph', text: 'Two.' },
        { type: 'list', ordered: true, start: 3, items: ['a', 'b'] },
        { type: 'list', ordered: false, start: 1, items: ['c'] },
      ),
    ).toEqual([
      { type: 'heading', tag: 'h3', ...element, children: [text('One')] },
      { type: 'paragraph', ...element, textFormat: 0, textStyle: '', children: [text('Two.')] },
      {
        type: 'list',
        listType: 'number',
        tag: 'ol',
        start: 3,
        ...element,
        children: [
          { type: 'listitem', value: 3, ...element, children: [text('a')] },
          { type: 'listitem', value: 4, ...element, children: [text('b')] },
        ],
      },
      {
        type: 'list',
        listType: 'bullet',
        tag: 'ul',
        start: 1,
        ...element,
        children: [{ type: 'listitem', value: 1, ...element, children: [text('c')] }],
      },
    ])
  })

  it('writes our blocks with the ids of their rows', () => {
    const id = expect.stringMatching(/^[0-9a-f]{24}$/) as string
    expect(bodyOf(readAlso, faq)).toEqual([
      {
        type: 'block',
        version: 2,
        format: '',
        fields: { id, blockName: '', blockType: 'readAlso', link: 5 },
      },
      {
        type: 'block',
        version: 2,
        format: '',
        fields: { id, blockName: '', blockType: 'faqSection', heading: 'FAQ', items: [7, 8] },
      },
    ])
    expect(bodyOf({ ...readAlso, url: 'https://x.org' })[0]).toMatchObject({ fields: { link: 2 } })
  })

  it('gives blocks ids of their own that a new paragraph above does not change', () => {
    const [first, second, third] = bodyOf(readAlso, readAlso, faq).map(idOf)
    expect(new Set([first, second, third]).size).toBe(3)
    expect(
      bodyOf({ type: 'paragraph', text: 'New.' }, readAlso, readAlso, faq).slice(1).map(idOf),
    ).toEqual([first, second, third])
    expect(toRichText([readAlso], ids)).toEqual(toRichText([readAlso], ids))
  })

  it('writes answers', () => {
    const answer = answerToRichText([
      { type: 'paragraph', text: 'Yes.' },
      { type: 'list', ordered: false, start: 1, items: ['a', 'b'] },
    ])
    expect(plainText(answer)).toBe('Yes.\n\na\nb')
    expect(answer.root).toMatchObject({ type: 'root', ...element })
  })
})
