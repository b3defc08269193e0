// The page "A new block in ten minutes" names every place that names blocks one by one.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BLOCKS, blocksIn, INLINE_BLOCKS } from '@/domain/blocks/blocks'

const page = readFileSync('docs/new-block.md', 'utf8')
const named = [...page.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map(([, file]) => file!)

/** Those of which nothing else is known by name: `readAlso` and `faqSection` have rules of their own, `code` is a mark, too. */
const PLAIN = [...blocksIn('page'), ...INLINE_BLOCKS].filter((block) => block !== 'code')

const TABLES = [
  'src/cms/wording/blocks.ts',
  'src/domain/blocks/blocks.ts',
  'src/domain/discovery/markdown/markdownBlocks.ts',
  'src/site/richText/blocks/blockNodes.tsx',
]

describe('a new block', () => {
  it('has its places in files that there are', () => {
    expect(named.filter((file) => !existsSync(file))).toEqual([])
    expect(named).toEqual(expect.arrayContaining(TABLES))
  })

  it('needs a row in each of the tables, and in none that the page does not name', () => {
    const files = readdirSync('src', { encoding: 'utf8', recursive: true }).map(
      (file) => `src/${file}`,
    )
    const rows = files.filter((file) => {
      if (!/\.tsx?$/.test(file) || file === 'src/payload-types.ts') return false
      const text = readFileSync(file, 'utf8')
      const own = PLAIN.filter((block) => new RegExp(`^ +${block}: `, 'm').test(text))
      return own.length > PLAIN.length / 2
    })
    expect(rows.sort()).toEqual(TABLES)
  })

  it('is in the sample of the gallery', () => {
    const sample = readFileSync('tests/setup/gallery/everyBlock.ts', 'utf8')
    const missing = Object.keys(BLOCKS).filter(
      (block) =>
        !['readAlso', 'faqSection', 'footnote'].includes(block) && !sample.includes(`'${block}'`),
    )
    expect(missing).toEqual([])
    expect(sample).toContain('footnote(')
  })
})
