// Converts pasted HTML to and from the plain tree of the domain, by the browser's own parser.
import type { PastedNode } from '@/domain/paste/tree'

const STYLES = [
  'background-color',
  'color',
  'display',
  'font-style',
  'font-weight',
  'text-align',
  'text-decoration',
  'vertical-align',
]

function readNode(node: Node): PastedNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? '']
  if (node.nodeType !== Node.ELEMENT_NODE) return []
  const element = node as Element
  const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const)
  const declared = 'style' in element ? (element.style as CSSStyleDeclaration) : undefined
  const style = STYLES.map((name) => [name, declared?.getPropertyValue(name) ?? ''] as const)
  return [
    {
      name: element.localName.toLowerCase(),
      attributes: Object.fromEntries(attributes),
      style: Object.fromEntries(style.filter(([, value]) => value !== '')),
      children: [...element.childNodes].flatMap(readNode),
    },
  ]
}

/** Parses without running or loading anything. */
export const readHtml = (html: string): PastedNode[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(readNode)

function writeNode(document: Document, node: PastedNode): Node {
  if (typeof node === 'string') return document.createTextNode(node)
  const element = document.createElement(node.name)
  for (const [name, value] of Object.entries(node.attributes)) element.setAttribute(name, value)
  for (const [name, value] of Object.entries(node.style)) element.style.setProperty(name, value)
  element.append(...node.children.map((child) => writeNode(document, child)))
  return element
}

export function writeHtml(nodes: readonly PastedNode[]): string {
  const inert = document.implementation.createHTMLDocument()
  inert.body.append(...nodes.map((node) => writeNode(inert, node)))
  return inert.body.innerHTML
}
