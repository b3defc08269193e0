// What a rich text may hold, and how what it may not is named.
import { describe, expect, it } from 'vitest'
import { toRichText } from '@/domain/textImport/article/toRichText'
import { plainText } from '@/domain/text/plainText'
import { readableText } from '@/domain/text/readableText'
import { textLength, textShapeIssues } from '@/domain/text/textShapeIssues'
import { MAX_DEPTH, MAX_NODES, type TextKind } from '@/domain/text/textShape'
import { exportedText } from '../../../fixtures/exportedText'
import { line, nested, root, words } from '../../../fixtures/oddTexts'
import {
  articleLink,
  bold,
  cell,
  faqBlock,
  footnote,
  heading,
  lineBreak,
  link,
  list,
  notice,
  paragraph,
  quote,
  readAlsoBlock,
  richText,
  table,
  upload,
} from '../../../fixtures/richText'

const codes = (value: unknown, kind: TextKind = 'article') =>
  textShapeIssues(kind, value).map((issue) => [
    issue.code,
    ...('field' in issue ? [issue.field] : []),
    issue.at.join('.'),
  ])

describe('what a text may hold', () => {
  it('is everything that the editor makes', () => {
    const all = richText(
      paragraph('a', bold('b'), lineBreak, link('https://a.example', 'c'), articleLink(3, 'd')),
      heading('h2', 'a'),
      quote('a'),
      list('number', ['a', list('bullet', ['b'])], 3),
      upload(4),
      readAlsoBlock(5),
      faqBlock([6, 7]),
    )
    expect(codes(all)).toEqual([])
    expect(codes(exportedText)).toEqual([])
  })

  it('is everything that the importer makes', () => {
    const imported = toRichText(
      [
        { type: 'heading', level: 2, text: 'a' },
        { type: 'list', ordered: true, start: 2, items: ['b'] },
        { type: 'readAlso', title: 'c' },
        { type: 'faqSection', heading: 'd', items: [] },
      ],
      { faqItem: () => 1, readAlsoLink: () => 2 },
    )
    expect(codes(imported)).toEqual([])
  })

  it.each<[string, unknown, string[]]>([
    ['a node without children', root({ type: 'paragraph' }), ['nodeWithoutChildren', '1']],
    ['a text without its words', root(line({ type: 'text' })), ['nodeFieldWrong', 'text', '1.1']],
    [
      'words that are no text',
      root(line({ type: 'text', text: 5 })),
      ['nodeFieldWrong', 'text', '1.1'],
    ],
    [
      'a style',
      root(line({ ...words('a'), style: 'position:fixed' })),
      ['nodeFieldWrong', 'style', '1.1'],
    ],
    [
      'a style of a paragraph',
      root({ ...line(), textStyle: 'color:red' }),
      ['nodeFieldWrong', 'textStyle', '1'],
    ],
    [
      'underlined words',
      root(line({ ...words('a'), format: 8 })),
      ['nodeFieldWrong', 'format', '1.1'],
    ],
    ['centred words', root({ ...line(), format: 'center' }), ['nodeFieldWrong', 'format', '1']],
    [
      'a list that is a frame',
      root({ ...(nested(1, words('a')) as object), tag: 'iframe' }),
      ['nodeFieldWrong', 'tag', '1'],
    ],
    [
      'a heading of the first level',
      root({ type: 'heading', tag: 'h1', children: [] }),
      ['nodeFieldWrong', 'tag', '1'],
    ],
    [
      'a cell beside a table',
      root({ type: 'tablecell', headerState: 0, children: [] }),
      ['nodeMisplaced', '1'],
    ],
    [
      'a table in a cell',
      root({
        ...table('a', ['b']),
        children: [{ type: 'tablerow', children: [{ ...cell('c'), children: [table('d')] }] }],
      }),
      ['nodeMisplaced', '1.1.1.1'],
    ],
    [
      'a coloured cell',
      root({
        ...table('a'),
        children: [{ type: 'tablerow', children: [cell('b', { backgroundColor: 'red' })] }],
      }),
      ['nodeFieldWrong', 'backgroundColor', '1.1.1'],
    ],
    [
      'a heading inside of a notice',
      root({
        ...notice('a'),
        fields: { ...notice('a').fields, text: root({ type: 'heading', tag: 'h2', children: [] }) },
      }),
      ['nodeNotAllowed', '1.1.1'],
    ],
    [
      'a notice of a kind that there is not',
      root(notice('a', { kind: 'shout' as never })),
      ['nodeFieldWrong', 'fields.kind', '1'],
    ],
    [
      'a gallery of other than images',
      root({ type: 'block', fields: { id: 'a', blockType: 'gallery', entries: [{ image: 'x' }] } }),
      ['nodeFieldWrong', 'fields.entries.0.image', '1'],
    ],
    [
      'a footnote between paragraphs',
      root({ type: 'block', fields: footnote('a').fields }),
      ['nodeFieldWrong', 'fields.blockType', '1'],
    ],
    [
      'a relationship',
      root({ type: 'relationship', relationTo: 'articles', value: 1 }),
      ['nodeUnknown', '1'],
    ],
    ['a name from the prototype', root({ type: 'constructor' }), ['nodeUnknown', '1']],
    ['no node', root(null), ['nodeUnknown', '1']],
    ['a paragraph in a paragraph', root(line(line())), ['nodeMisplaced', '1.1']],
    ['words between blocks', root(words('a')), ['nodeMisplaced', '1']],
    [
      'a link in a link',
      root(line({ ...link('/a', 'b'), children: [link('/c', 'd')] })),
      ['nodeMisplaced', '1.1.1'],
    ],
    ['a field of nobody', root({ ...line(), onclick: 'x' }), ['nodeFieldUnknown', 'onclick', '1']],
    [
      'children of a leaf',
      root(line({ ...words('a'), children: [] })),
      ['nodeFieldUnknown', 'children', '1.1'],
    ],
    ['a field beside the root', { ...root(), extra: 1 }, ['nodeFieldUnknown', 'extra', '']],
    [
      'a link to a script',
      root(line(link('javascript:alert(1)', 'a'))),
      ['nodeFieldWrong', 'fields.url', '1.1'],
    ],
    [
      'a link with a password',
      root(line(link('https://u:p@a.example', 'a'))),
      ['nodeFieldWrong', 'fields.url', '1.1'],
    ],
    [
      'a link without fields',
      root(line({ type: 'link', children: [] })),
      ['nodeFieldWrong', 'fields', '1.1'],
    ],
    [
      'a link to an account',
      root(
        line({
          ...link('', 'a'),
          fields: { linkType: 'internal', doc: { relationTo: 'users', value: 1 } },
        }),
      ),
      ['nodeFieldWrong', 'fields.doc', '1.1'],
    ],
    ['a row that cannot be', root(upload(1e15)), ['nodeFieldWrong', 'value', '1']],
    [
      'a block of a kind that is none',
      root({ type: 'block', fields: { blockType: 'banner' } }),
      ['nodeFieldWrong', 'fields.blockType', '1'],
    ],
    [
      'rows that cannot be',
      root({ type: 'block', fields: { blockType: 'faqSection', items: ['x'] } }),
      ['nodeFieldWrong', 'fields.items', '1'],
    ],
    ['a vertical tab', root(line(words('a\u000bb'))), ['nodeFieldUnreadable', 'text', '1.1']],
    ['half of a pair', root(line(words('a\ud800'))), ['nodeFieldUnreadable', 'text', '1.1']],
    ['no rich text', 'x', ['noRichText', '']],
    ['a root that is none', { root: { type: 'paragraph', children: [] } }, ['nodeMisplaced', '']],
  ])('is not %s', (_, value, issue) => {
    expect(codes(value)).toContainEqual(issue)
  })

  it('is less in an answer and on a page', () => {
    const body = root(heading('h2', 'a'), quote('b'), upload(1), faqBlock([2]))
    expect(codes(body)).toEqual([])
    expect(codes(body, 'page')).toEqual([['nodeNotAllowed', '4']])
    expect(codes(body, 'answer')).toHaveLength(4)
  })

  it('may be unfinished', () => {
    const pasted = { type: 'upload', pending: { formID: '1', src: 'https://a.example/b.png' } }
    const empty = { type: 'block', fields: { blockType: 'readAlso', link: null } }
    expect(codes(root(line(link('', 'a')), empty, pasted))).toEqual([])
  })

  it('names the first words of the block in which something is wrong', () => {
    const [issue] = textShapeIssues(
      'article',
      root(line(words('Sleep '), { ...words('early'), style: 'x' })),
    )
    expect(issue).toMatchObject({ words: 'Sleep early', type: 'text', at: [1, 2] })
  })

  it('is neither deep nor endless, and what asks so does not run out of stack', () => {
    expect(codes(root(nested(MAX_DEPTH / 2 - 1, words('a'))))).toEqual([])
    const deep = root(nested(20_000, words('a')))
    expect(codes(deep)).toEqual([
      ['textTooDeep', Array.from({ length: MAX_DEPTH + 1 }, () => 1).join('.')],
    ])
    expect(textLength(deep)).toBe(1)
    expect(plainText(readableText('article', deep))).toBe('a')
    const many = root(...Array.from({ length: MAX_NODES }, () => line()))
    expect(codes(many)).toEqual([['textOfTooManyNodes', '']])
  })
})
