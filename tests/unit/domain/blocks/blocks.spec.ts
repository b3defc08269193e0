// A block is one thing in every room: what its fields hold can be stored, read, shown, compared and found again everywhere.
import { describe, expect, it } from 'vitest'
import { BLOCK_WORDS } from '@/cms/wording/blocks'
import {
  BLOCKS,
  blocksIn,
  fieldsOf,
  INLINE_BLOCKS,
  isInlineBlock,
  type BlockFields,
  type BlockType,
} from '@/domain/blocks/blocks'
import { bodyReferences } from '@/domain/articles/links/references'
import { typedUrls, withUrls } from '@/domain/articles/links/typedLinks'
import { richTextBlocks } from '@/domain/differences/blocks'
import { articleMarkdown } from '@/domain/discovery/markdown/articleMarkdown'
import { plainText } from '@/domain/text/plainText'
import { readableText } from '@/domain/text/readableText'
import { textShapeIssues } from '@/domain/text/textShapeIssues'
import { renderMarkup } from '@/site/layout/render'
import { bodyScope } from '@/site/richText/bodyScope'
import { BodyText } from '@/site/richText/BodyText'
import { sampleOf, SAMPLE_ROW, sampleWords } from '../../../fixtures/blocks'
import { aFaqItem, anArticle, anImage, aReadAlsoLink, aSite } from '../../../fixtures/makers'
import { richText } from '../../../fixtures/richText'

const ALL = Object.keys(BLOCKS) as BlockType[]

const bodyOf = (block: BlockType) => richText(sampleOf(block))

const namesOf = (fields: BlockFields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    name,
    ...(field.as === 'entries' ? namesOf(field.of) : []),
  ])

const html = (block: BlockType): Promise<string> => {
  const body = bodyOf(block)
  const node = body.root.children[0]!
  const scope = bodyScope({
    path: '/here',
    body,
    linkedArticles: [{ id: SAMPLE_ROW, path: '/there' }],
    images: [{ ...anImage(), id: SAMPLE_ROW }],
    readAlsoLinks: [{ id: SAMPLE_ROW, kind: 'internal', title: 'There', path: '/there' }],
    faqSections: new Map([[node, [aFaqItem({ id: SAMPLE_ROW })]]]),
  })
  return renderMarkup(BodyText({ body, scope }))
}

describe('the table of blocks', () => {
  it('offers each to an article, all but its own to a page, none to an answer', () => {
    expect([...blocksIn('article'), ...INLINE_BLOCKS].sort()).toEqual([...ALL].sort())
    expect(blocksIn('page')).not.toContain('faqSection')
    expect(fieldsOf('constructor')).toBeUndefined()
    for (const block of ALL) expect(textShapeIssues('answer', bodyOf(block))).not.toEqual([])
  })

  it('has words for each block and each of its fields', () => {
    for (const block of blocksIn('page'))
      expect(Object.keys(BLOCK_WORDS[block].fields).sort()).toEqual(
        [...new Set(namesOf(BLOCKS[block]))].sort(),
      )
  })
})

describe.each(ALL)('%s', (block) => {
  it('can be stored, and is read as it was stored', () => {
    expect(textShapeIssues('article', bodyOf(block))).toEqual([])
    expect(readableText('article', bodyOf(block))).toEqual(bodyOf(block))
  })

  it('is shown with all its words', async () => {
    const shown = await html(block)
    const own = block === 'faqSection' ? [] : sampleWords(block)
    for (const words of own) expect(shown).toContain(words)
    expect(shown).not.toContain('<script')
    expect(shown.length).toBeGreaterThan(20)
  })

  it('gives its words to programs that read text, and to the comparison of versions', () => {
    const compared = richTextBlocks(bodyOf(block), () => '').flatMap(({ tokens }) =>
      tokens.map(({ text }) => text),
    )
    for (const words of sampleWords(block)) {
      expect(plainText(bodyOf(block))).toContain(words)
      expect(compared.join('')).toContain(words)
    }
  })

  it('is in the Markdown with all its words, and as nothing but Markdown', () => {
    const article = anArticle({
      body: bodyOf(block),
      faqItems: [aFaqItem({ id: SAMPLE_ROW })],
      readAlsoLinks: [aReadAlsoLink({ id: SAMPLE_ROW })],
      linkedArticles: [{ id: SAMPLE_ROW, path: '/there' }],
      images: [{ ...anImage(), id: SAMPLE_ROW }],
    })
    const markdown = articleMarkdown(aSite(), article)
    const besides: string[] = block === 'code' ? ['code-language-words'] : []
    for (const words of sampleWords(block).filter((one) => !besides.includes(one)))
      expect(markdown).toContain(words)
    expect(markdown).not.toMatch(/<(?!https:)|undefined|null/)
  })

  it('names the rows and addresses that it shows', () => {
    const rows = Object.values(bodyReferences(bodyOf(block))).flat()
    const fields = JSON.stringify(BLOCKS[block])
    expect(rows.length > 0).toBe(fields.includes('"to"'))
    expect(typedUrls(bodyOf(block)).length > 0).toBe(fields.includes('"address"'))
    const moved = withUrls(bodyOf(block), () => 'https://moved.example/')
    expect(typedUrls(moved)).toEqual(typedUrls(bodyOf(block)).map(() => 'https://moved.example/'))
  })

  it('shows nothing while it is empty', async () => {
    const fields = { id: 'empty', blockType: block }
    const node = isInlineBlock(block)
      ? { type: 'paragraph', children: [{ type: 'inlineBlock', fields }] }
      : { type: 'block', fields }
    const body = readableText('article', { root: { type: 'root', children: [node] } })
    const scope = bodyScope({ path: '/here', body, linkedArticles: [], images: [] })
    expect(await renderMarkup(BodyText({ body, scope }))).toBe('')
  })
})
