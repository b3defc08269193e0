// The graph of a page is whole.
import { describe, expect, it } from 'vitest'
import type { Article } from '@/domain/articles/article'
import { pageTrail } from '@/domain/articles/breadcrumbs'
import { markedUpItems } from '@/domain/articles/faq/faqSections'
import { articleGraph, homeGraph, pageGraph, profileGraph, type Graph } from '@/domain/jsonLd/graph'
import { anArticle, anAuthor, anImage, aSite } from '../../../fixtures/makers'
import { aRichArticle } from '../../../fixtures/richArticle'

const site = aSite()

const graphFor = (article: Article): Graph =>
  articleGraph(site, article, new Map(markedUpItems(article).map(({ id }) => [id, `<p>${id}</p>`])))

/** Ids that nodes have, and ids that are only referred to. */
function ids(value: unknown): { nodes: string[]; references: string[] } {
  if (typeof value !== 'object' || value === null) return { nodes: [], references: [] }
  const inner = Object.values(value).map(ids)
  const id = '@id' in value ? [String(value['@id'])] : []
  const isReference = id.length > 0 && Object.keys(value).length === 1
  return {
    nodes: [...(isReference ? [] : id), ...inner.flatMap(({ nodes }) => nodes)],
    references: [...(isReference ? id : []), ...inner.flatMap(({ references }) => references)],
  }
}

const logo = anImage({ url: '/media/logo.png' })

describe.each<[string, Graph]>([
  ['a plain article', graphFor(anArticle({ authors: [] }))],
  ['an article that uses everything', graphFor(aRichArticle())],
  ['an article reviewed by its author', graphFor(anArticle({ reviewer: anAuthor() }))],
  ['the home page', homeGraph({ ...site, organization: { ...site.organization, logo } })],
  [
    'the page about us',
    pageGraph(
      site,
      {
        type: 'AboutPage',
        path: '/about',
        name: 'About',
        mainEntity: 'https://backstory.example/#organization',
      },
      pageTrail('About', '/about'),
    ),
  ],
  [
    'an author',
    profileGraph(site, anAuthor(), '/author/mara-lind', pageTrail('M', '/author/mara-lind')),
  ],
])('the graph of %s', (_what, graph) => {
  it('refers to nothing that is not in it, and has no id twice', () => {
    const { nodes, references } = ids(graph)
    expect(references.filter((id) => !nodes.includes(id))).toEqual([])
    expect(nodes).toEqual([...new Set(nodes)])
  })

  it('gives every node an id, and claims nothing that we do not offer', () => {
    for (const node of graph['@graph'])
      expect(node['@id']).toMatch(/^https:\/\/backstory\.example\//)
    expect(JSON.stringify(graph)).not.toMatch(/SearchAction|speakable|Rating/)
  })
})

describe('articleGraph', () => {
  it('keeps its ids when titles and questions are reworded', () => {
    const article = aRichArticle()
    const reworded = aRichArticle({
      title: 'Another title',
      faqItems: article.faqItems.map((item) => ({ ...item, question: 'Reworded?' })),
    })
    expect(ids(graphFor(reworded))).toEqual(ids(graphFor(article)))
  })

  it('refuses to mark up a question without its answer', () => {
    expect(() => articleGraph(site, aRichArticle(), new Map())).toThrow('FAQ item 11')
  })
})
