// Reads the structured data of a page, as any other program would.
import { findAll, type HtmlElement } from './html'

/** A node of the graph. */
export type JsonLdNode = Record<string, unknown> & { '@type': string | string[]; '@id'?: string }

/**
 * The nodes of the page's one graph; none when the page has no structured data.
 * @throws when there are several scripts of data, or one is not a graph of schema.org
 */
export function graphOf(page: HtmlElement): JsonLdNode[] {
  const [script, second] = findAll(page, 'script').filter(
    ({ attributes }) => attributes.type === 'application/ld+json',
  )
  if (!script) return []
  if (second) throw new Error('several scripts of structured data')
  const data = JSON.parse(String(script.children[0])) as Record<string, unknown>
  if (data['@context'] !== 'https://schema.org' || !Array.isArray(data['@graph']))
    throw new Error('the structured data is not one @graph of https://schema.org')
  return data['@graph'] as JsonLdNode[]
}

export const nodesOfType = (graph: JsonLdNode[], type: string): JsonLdNode[] =>
  graph.filter((node) => [node['@type']].flat().includes(type))

/** A member of an object of the graph, at any depth; `parent` is the object. */
interface Member {
  key: string
  value: unknown
  parent: Record<string, unknown>
}

/** Every member at any depth, in the order of the text. */
export function membersOf(value: unknown): Member[] {
  if (Array.isArray(value)) return value.flatMap(membersOf)
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Record<string, unknown>
  return Object.entries(parent).flatMap(([key, inner]) => [
    { key, value: inner, parent },
    ...membersOf(inner),
  ])
}
