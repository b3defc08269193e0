// A rich text in which each line break that a word processor hid in the words is a node of its own.
import { lines } from './characters'
import { isData } from './isData'

const parted = (node: unknown): unknown[] => {
  if (!isData(node) || node.type !== 'text' || typeof node.text !== 'string') return [node]
  return lines(node.text).flatMap((text, index) => [
    ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
    ...(text === '' && index > 0 ? [] : [{ ...node, text }]),
  ])
}

/** @param value as it was sent; what is no rich text comes back as it is */
export function withLineBreaks(value: unknown): unknown {
  if (!isData(value) || !isData(value.root)) return value
  const root = { ...value.root }
  const waiting: Record<string, unknown>[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!Array.isArray(node.children)) continue
    const children = node.children
      .flatMap(parted)
      .map((child) => (isData(child) ? { ...child } : child))
    node.children = children
    for (const child of children) if (isData(child)) waiting.push(child)
  }
  return { ...value, root }
}
