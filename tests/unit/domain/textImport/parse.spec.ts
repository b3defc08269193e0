// From a whole source to its article, its receipt and its issues.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { MAX_LINES, parseArticle } from '@/domain/textImport/parse'
import { sketch, text } from './sketch'

const FIXTURE = 'tests/fixtures/articles/same-shape.txt'
const SEED = '../shared/seed'

/** The shape that the seed and our fixture share. */
const SHAPE =
  'paragraph h2 h3 paragraph h3 paragraph readAlso h3 paragraph ' +
  'h2 h3 paragraph h3 paragraph h3 paragraph h3 paragraph h3 paragraph readAlso faqSection:5 h2 paragraph'

const shapeOf = ({ blocks }: ImportedArticle): string =>
  blocks
    .map((block) => {
      if (block.type === 'heading') return `h${block.level}`
      return block.type === 'faqSection' ? `faqSection:${block.items.length}` : block.type
    })
    .join(' ')

describe('an article without title, author or summary', () => {
  const source = readFileSync(FIXTURE, 'utf8')
  const result = parseArticle(source)
  const { article, issues, receipt } = result

  it('has an introduction, two sections with three and five sub-sections, FAQ and closing words', () => {
    expect(shapeOf(article)).toBe(SHAPE)
    expect(issues).toEqual([])
    expect(article.blocks.at(-2)).toEqual({ type: 'heading', level: 2, text: 'Final Words' })
  })

  it('keeps the Read Also titles without the odd space before them', () => {
    expect(article.blocks.filter(({ type }) => type === 'readAlso')).toEqual([
      { type: 'readAlso', title: '3 Exercises for Wrists That Type All Day' },
      { type: 'readAlso', title: 'The Quiet Art of Kneeling Down and Getting Up' },
    ])
  })

  it('gets a title from what the headings share and says so', () => {
    expect(article.title).toEqual({
      text: 'Stiff Hands After Gardening',
      proposed: true,
      from: 'sharedHeadings',
    })
  })

  it('gets a summary of whole sentences of the introduction', () => {
    expect(article.summary).toEqual({
      text:
        'Do your fingers refuse to bend on the evening after a day among the flower beds? ' +
        'You’re in good company.',
      proposed: true,
    })
  })

  it('has a receipt that names the fence, the marks and the place of every text', () => {
    expect(checkReceipt(source, result)).toEqual([])
    expect(receipt.slice(0, 3)).toEqual([
      { start: 0, end: 3, line: 1, dropped: 'fence' },
      { start: 3, end: 5, line: 1, dropped: 'whiteSpace' },
      { start: 5, end: 420, line: 3, into: 'blocks/0/text' },
    ])
    const mark = receipt.find((entry) => 'dropped' in entry && entry.dropped === 'readAlsoMark')
    expect(mark && source.slice(mark.start, mark.end)).toBe('Read Also:\u00a0 ')
  })

  it('gives the same result for other line ends, with a byte order mark and without the fence', () => {
    const varied = `\ufeff${source.replace('~~~\n\n', '').replaceAll('\n', '\r\n')}\r\n~~~\r\n`
    expect(parseArticle(varied).article).toEqual(article)
    expect(checkReceipt(varied, parseArticle(varied))).toEqual([])
  })
})

const seeds = existsSync(SEED) ? readdirSync(SEED).filter((name) => name.endsWith('.txt')) : []

it.skipIf(seeds.length === 0)('reads the seed (skipped where ../shared/seed is absent)', () => {
  for (const name of seeds) {
    const source = readFileSync(`${SEED}/${name}`, 'utf8')
    const result = parseArticle(source)
    expect(shapeOf(result.article)).toBe(SHAPE)
    expect(result.article.title).toMatchObject({ text: 'Back Pain After Running', proposed: true })
    expect(result.article.summary).toMatchObject({ proposed: true })
    expect(result.article.frontMatter).toEqual({})
    expect(result.issues).toEqual([])
    expect(checkReceipt(source, result)).toEqual([])
  }
})

describe('the title', () => {
  const source = text('A Title', 'An introduction.', 'A Heading', 'Some text.')

  it('is the one that is given, before front matter and title line', () => {
    const stated = `---\ntitle: Stated\n---\n\n# In the Text\n\nSome text.`
    expect(parseArticle(stated, { title: 'Given' }).article.title).toEqual({
      text: 'Given',
      proposed: false,
      from: 'given',
    })
    expect(parseArticle(stated).article.title).toMatchObject({
      text: 'Stated',
      from: 'frontMatter',
    })
    expect(parseArticle(source).article.title).toMatchObject({ text: 'A Title', from: 'titleLine' })
  })

  it('drops a title line that repeats or contradicts the one that is stated', () => {
    expect(sketch(source, { title: 'A “Title”' })).toEqual([
      't A “Title”',
      'p An introduction.',
      'h2 A Heading',
      'p Some text.',
    ])
    const { receipt } = parseArticle('# Old\n\nSome text.', { title: 'New' })
    expect(receipt[0]).toEqual({ start: 0, end: 5, line: 1, dropped: 'titleStatedElsewhere' })
  })

  it('leaves a first heading that is not the given title in its place', () => {
    expect(sketch(source, { title: 'Another' }).slice(1, 3)).toEqual([
      'h2 A Title',
      'p An introduction.',
    ])
  })

  it('is none when a blank one is given', () => {
    expect(parseArticle(source, { title: ' ' }).article.title?.text).toBe('A Title')
  })

  it('may not be too long', () => {
    const title = 'long '.repeat(50)
    expect(parseArticle('Some text.', { title }).issues).toEqual([
      { code: 'tooLong', line: 1, what: 'title', length: 249, limit: 200 },
    ])
  })
})

describe('the summary', () => {
  it('is the one in the front matter', () => {
    const { article } = parseArticle('---\nsummary: In short.\n---\nSome text. And more.')
    expect(article.summary).toEqual({ text: 'In short.', proposed: false })
  })

  it('is the first sentences of one that is too long, and refused where there are none', () => {
    const stated = `In short. ${'And at length. '.repeat(30)}`.trim()
    const source = `---\nsummary: ${stated}\n---\nSome text.`
    const { article, issues } = parseArticle(source)
    expect(issues).toEqual([])
    expect(article.frontMatter.summary).toBe(stated)
    expect(article.summary?.proposed).toBe(true)
    expect(article.summary?.text).toMatch(/^In short\. .*At length\.$/i)
    expect(article.summary?.text.length).toBeLessThanOrEqual(300)
    expect(checkReceipt(source, parseArticle(source))).toEqual([])
    expect(sketch(`---\nsummary: ${'long '.repeat(70)}\n---\nSome text.`)).toContain('!2 tooLong')
  })
})

describe('sources that cannot become an article', () => {
  it('is a blank one', () => {
    for (const blank of ['', ' \n\n\t', '\ufeff', '\u200b\n']) {
      expect(sketch(blank)).toEqual(['!1 empty'])
    }
  })

  it('is one without text', () => {
    expect(sketch('---\ntitle: T\n---\n')).toEqual(['t T', '!1 noText'])
    expect(sketch('~~~')).toEqual(['!1 noText'])
  })

  it('is one of too many lines, which is read only so far', () => {
    const source = 'A line.\n\n'.repeat(MAX_LINES + 5)
    const result = parseArticle(source)
    expect(result.issues).toEqual([{ code: 'tooManyLines', line: 2 * MAX_LINES, limit: MAX_LINES }])
    expect(result.article.blocks).toHaveLength(MAX_LINES)
    expect(result.receipt.at(-1)).toMatchObject({ end: source.length, dropped: 'notRead' })
    expect(checkReceipt(source, result)).toEqual([])
  })

  it('lists its issues in reading order', () => {
    const source = text('Intro.', 'No Text Here', 'FAQ', 'Why?', 'Final Words')
    expect(sketch(source).filter((line) => line.startsWith('!'))).toEqual([
      '!3 headingWithoutText',
      '!7 questionWithoutAnswer',
      '!9 headingWithoutText',
    ])
  })
})

/** Sources that make a reader look again and again at what it has passed, `size` times as long. */
const HOSTILE: [what: string, size: number, make: (size: number) => string][] = [
  ['blanks before a word', 10_000, (size) => `${' '.repeat(size)}x`],
  ['blanks between words', 10_000, (size) => `a${' '.repeat(size)}b`],
  ['a rule', 10_000, (size) => '-'.repeat(size)],
  ['marks of a heading', 10_000, (size) => `# ${'#'.repeat(size)}x`],
  ['quotes', 10_000, (size) => `."${'"'.repeat(size)}x`],
  ['questions without answers', 2_000, (size) => `FAQ\n\n${'Why?\n\n'.repeat(size)}`],
  ['sections of questions', 1_000, (size) => 'FAQ\n\nYes\n\n'.repeat(size)],
  ['lines of brackets', 700, (size) => `Read Also: ${'('.repeat(size)}x\n`.repeat(30)],
  ['brackets', 5_000, (size) => `Read Also: ${'('.repeat(size)}x\n`],
  ['lines of marks of links', 350, (size) => `Read Also: [${']('.repeat(size)}x\n`.repeat(30)],
  ['marks of links', 5_000, (size) => `Read Also: [${']('.repeat(size)}x\n`],
  ['an address', 700, (size) => `Read Also: A http://${')'.repeat(size)}\n`.repeat(30)],
  ['topics', 10_000, (size) => `---\ntopics: ${',a'.repeat(size)}\n---\ntext.`],
  ['lines of a list item', 2_000, (size) => `- a\n${'b\n'.repeat(size)}`],
  ['ends of sentences', 10_000, (size) => '. A'.repeat(size)],
]

/** Microseconds of processor time: what other programs do meanwhile does not count. */
function workOf(source: string): number {
  const before = process.cpuUsage()
  parseArticle(source)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** By how much the work grows with a source four times as long: 4 in one pass, 16 in one that is quadratic. */
function growthOf(make: (size: number) => string, size: number, most: number): number {
  const [one, four] = [make(size), make(4 * size)]
  const least = { one: Infinity, four: Infinity }
  for (let runs = 0; runs < 6; runs++) {
    least.one = Math.min(least.one, workOf(one))
    least.four = Math.min(least.four, workOf(four))
    if (runs > 1 && least.four / least.one < most) break
  }
  return least.four / least.one
}

it.each(HOSTILE)('reads a hostile source in one pass, also of 5 MB: %s', (_, size, make) => {
  const most = 9
  expect(growthOf(make, size, most)).toBeLessThan(most)
  const source = make(Math.ceil((size * 5_000_000) / make(size).length))
  expect(checkReceipt(source, parseArticle(source))).toEqual([])
})
