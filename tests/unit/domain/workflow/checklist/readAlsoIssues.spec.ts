// Read Also links: what a link lacks, and where an article may put it.
import { describe, expect, it } from 'vitest'
import {
  readAlsoLinkIssues,
  readAlsoPlacementIssues,
  type ReadAlsoContent,
} from '@/domain/workflow/checklist/readAlsoIssues'
import type { BlockLevelNode, BlockNode } from '@/domain/text/richText'
import {
  faqBlock,
  heading,
  paragraph,
  readAlsoBlock,
  richText,
} from '../../../../fixtures/richText'

const internal = (id: number, article: number, live = true): ReadAlsoContent => ({
  id,
  kind: 'internal',
  title: `Link ${id}`,
  article: { id: article, live },
})
const external = (id: number, url: string | null, title = `Link ${id}`): ReadAlsoContent => ({
  id,
  kind: 'external',
  title,
  url,
})

describe('a link', () => {
  const codes = (link: ReadAlsoContent) =>
    readAlsoLinkIssues(link).map(({ code, field, severity }) => [severity, field, code])

  it('to an article needs one, and is advised about one that is not live', () => {
    expect(codes(internal(1, 10))).toEqual([])
    expect(codes(internal(1, 10, false))).toEqual([['advise', 'article', 'readAlsoNotLive']])
    const trashed = { id: 10, live: false, trashed: true }
    expect(codes({ id: 1, kind: 'internal', article: trashed })).toEqual([
      ['advise', 'article', 'readAlsoInTrash'],
    ])
    expect(codes({ id: 1, kind: 'internal', article: null })).toEqual([
      ['block', 'article', 'readAlsoTargetMissing'],
    ])
  })

  it('to the web needs a title and a safe address', () => {
    expect(codes(external(1, 'https://a.example/'))).toEqual([])
    expect(codes(external(1, null, ' '))).toEqual([
      ['block', 'title', 'readAlsoTitleMissing'],
      ['block', 'url', 'readAlsoTargetMissing'],
    ])
    expect(codes(external(1, 'javascript:alert(1)'))).toEqual([['block', 'url', 'readAlsoUnsafe']])
  })

  it('that is unresolved is work to do and no obstacle', () => {
    expect(codes({ id: 1, kind: 'unresolved', title: 'Naps' })).toEqual([
      ['advise', 'kind', 'readAlsoUnresolved'],
    ])
  })
})

describe('readAlsoPlacementIssues', () => {
  const LINKS = [internal(1, 10), internal(2, 11), external(3, 'https://a.example/x')]
  const issues = (nodes: BlockLevelNode[], links = LINKS) =>
    readAlsoPlacementIssues(50, richText(...nodes), links)
  const found = (nodes: BlockLevelNode[], links = LINKS) =>
    issues(nodes, links).map((issue) => [issue.code, 'id' in issue ? issue.id : null])
  const text = paragraph('Words.')

  it('is content with one link in each section, between paragraphs or at the end', () => {
    expect(
      found([
        text,
        heading('h2', 'Why'),
        text,
        readAlsoBlock(1),
        text,
        heading('h2', 'How'),
        heading('h3', 'At night'),
        text,
        readAlsoBlock(2),
      ]),
    ).toEqual([])
  })

  it('blocks a link to the article itself, and the same link or target twice', () => {
    expect(found([text, readAlsoBlock(4)], [internal(4, 50)])).toEqual([['readAlsoItself', 4]])
    const section = (id: number) => [heading('h2', `${id}`), text, readAlsoBlock(id)]
    expect(found([...section(1), ...section(2), ...section(1)])).toEqual([['readAlsoRepeated', 1]])
    const sameTargets = [...LINKS, internal(5, 10), external(6, 'https://A.example/x')]
    const all = [...section(1), ...section(3), ...section(5), ...section(6)]
    expect(issues(all, sameTargets)).toMatchObject([
      { code: 'readAlsoRepeated', id: 5, severity: 'block', field: 'body', title: 'Link 5' },
      { code: 'readAlsoRepeated', id: 6, severity: 'block' },
    ])
  })

  it('does not take two unresolved titles for one link', () => {
    const unresolved = (id: number): ReadAlsoContent => ({ id, kind: 'unresolved', title: 'Naps' })
    const nodes = [text, readAlsoBlock(7), heading('h2', 'Next'), text, readAlsoBlock(8)]
    expect(found(nodes, [unresolved(7), unresolved(8)])).toEqual([
      ['readAlsoUnresolved', 7],
      ['readAlsoUnresolved', 8],
    ])
  })

  it('advises against a link before the first paragraph', () => {
    expect(found([heading('h2', 'Why'), readAlsoBlock(1), text])).toEqual([
      ['readAlsoBeforeText', 1],
    ])
    expect(found([paragraph(' '), readAlsoBlock(1), text])).toEqual([['readAlsoBeforeText', 1]])
  })

  it('advises against two in a row, empty lines between them or not', () => {
    expect(found([text, readAlsoBlock(1), paragraph(''), readAlsoBlock(2)])).toEqual([
      ['readAlsoInARow', 2],
    ])
  })

  it('advises against two in one section, its sub-sections included', () => {
    const nodes = [text, readAlsoBlock(1), heading('h3', 'Sub'), text, readAlsoBlock(2), text]
    expect(issues(nodes)).toMatchObject([{ code: 'readAlsoCrowded', id: 2, severity: 'advise' }])
  })

  it('advises against links in the closing words, but not after them', () => {
    const closing = [text, heading('h2', 'Final Words'), text, readAlsoBlock(1)]
    expect(found(closing)).toEqual([['readAlsoInClosing', 1]])
    expect(found([...closing.slice(0, 3), heading('h2', 'More'), text, readAlsoBlock(1)])).toEqual(
      [],
    )
  })

  it('begins a new section after the questions', () => {
    expect(found([text, readAlsoBlock(1), faqBlock([1]), text, readAlsoBlock(2)])).toEqual([])
  })

  it('blocks a block that points at nothing', () => {
    const empty = { ...readAlsoBlock(1) } as BlockNode
    const fields = { ...empty.fields, link: null as unknown as number }
    expect(found([text, { ...empty, fields } as BlockNode])).toEqual([['readAlsoBlockEmpty', null]])
    expect(found([text, readAlsoBlock(99)])).toEqual([['readAlsoMissing', 99]])
  })

  it('repeats what the link itself lacks, at the body', () => {
    expect(issues([text, readAlsoBlock(4)], [internal(4, 12, false)])).toEqual([
      {
        field: 'body',
        severity: 'advise',
        code: 'readAlsoNotLive',
        id: 4,
        title: 'Link 4',
      },
    ])
  })
})
