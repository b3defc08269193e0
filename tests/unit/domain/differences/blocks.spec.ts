// A rich text as the blocks that are compared.
import { describe, expect, it } from 'vitest'
import {
  block,
  dateToken,
  referenceBlock,
  referenceToken,
  richTextBlocks,
  wordsOf,
} from '@/domain/differences/blocks'
import {
  articleLink,
  bold,
  faqBlock,
  heading,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  readAlsoBlock,
  richText,
  upload,
} from '../../../fixtures/richText'
import { nameOf, textOf } from './texts'

const shapes = (...children: Parameters<typeof richText>) =>
  richTextBlocks(richText(...children), nameOf).map((one) => [one.type, one.depth, textOf(one)])

const keyOf = (...children: Parameters<typeof paragraph>) =>
  richTextBlocks(richText(paragraph(...children)), nameOf)[0]?.key

describe('wordsOf', () => {
  it('parts words, spaces and signs, and loses nothing', () => {
    const text = 'A well-known doctor’s “3.5 km” walk,\n  slowly…'
    expect(wordsOf(text).map((token) => token.text)).toEqual([
      'A',
      ' ',
      'well-known',
      ' ',
      'doctor’s',
      ' ',
      '“',
      '3.5',
      ' ',
      'km',
      '”',
      ' ',
      'walk',
      ',',
      '\n  ',
      'slowly',
      '…',
    ])
  })
})

describe('richTextBlocks', () => {
  it('names what a reader would name', () => {
    const found = shapes(
      heading('h2', 'One'),
      heading('h3', 'Two'),
      paragraph('Three', lineBreak, 'lines'),
      quote('Four'),
      list('bullet', ['Five', list('number', ['Six'])]),
      upload(7),
      readAlsoBlock(8),
      faqBlock([9, 10], 'Asked'),
    )
    expect(found).toEqual([
      ['heading', 0, 'One'],
      ['subheading', 0, 'Two'],
      ['paragraph', 0, 'Three\nlines'],
      ['quote', 0, 'Four'],
      ['bullet', 0, 'Five'],
      ['number', 1, 'Six'],
      ['image', 0, 'media number 7'],
      ['readAlso', 0, 'read-also-links number 8'],
      ['faqHeading', 0, 'Asked'],
      ['faqItem', 0, 'faq-items number 9'],
      ['faqItem', 0, 'faq-items number 10'],
    ])
  })

  it('leaves out what shows no word', () => {
    expect(shapes(paragraph(), paragraph(''), list('bullet', ['']))).toEqual([])
  })

  it('survives what a draft may hold: a block that names nothing, a link to nowhere', () => {
    const unfinished = { type: 'block', fields: { blockType: 'readAlso', id: 'a' } }
    const dangling = { type: 'link', fields: { linkType: 'internal', doc: null }, children: [] }
    expect(shapes(unfinished as never, paragraph(dangling as never))).toEqual([])
  })

  it('gives links their address or the title of their article, and bold words their weight', () => {
    const text = richText(paragraph(link('https://a.example', 'x'), articleLink(4, 'y'), bold('z')))
    expect(richTextBlocks(text, nameOf)[0]?.tokens).toMatchObject([
      { text: 'x', link: 'https://a.example' },
      { text: 'y', link: 'articles number 4' },
      { text: 'z', bold: true },
    ])
  })
})

describe('the key of a block', () => {
  it.each<[string, Parameters<typeof paragraph>, Parameters<typeof paragraph>]>([
    ['a word', ['a'], ['b']],
    ['bold', ['a'], [bold('a')]],
    ['a link', ['a'], [link('https://a.example', 'a')]],
    ['an address', [link('https://a.example', 'a')], [link('https://b.example', 'a')]],
    ['a target', [articleLink(1, 'a')], [articleLink(2, 'a')]],
  ])('differs by %s', (_what, one, other) => expect(keyOf(...one)).not.toBe(keyOf(...other)))

  it('differs by what is named, though both are called the same', () => {
    const one = referenceBlock('image', { collection: 'media', id: 1 }, () => 'A bed')
    const other = referenceBlock('image', { collection: 'media', id: 2 }, () => 'A bed')
    expect(one.key).not.toBe(other.key)
    expect(referenceToken({ collection: 'media', id: 1 }, () => 'x').key).toBe(one.tokens[0]?.key)
  })

  it('differs by the kind of block and its depth', () => {
    const words = wordsOf('a')
    const keys = [block('bullet', words), block('bullet', words, 1), block('number', words)]
    expect(new Set(keys.map(({ key }) => key)).size).toBe(3)
  })

  it('is the date itself for a date', () => {
    expect(block('value', [dateToken('2027-01-01')]).key).not.toBe(
      block('value', [dateToken('2027-01-02')]).key,
    )
  })
})
