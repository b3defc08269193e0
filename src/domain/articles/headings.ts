// Lists the headings of an article's body with their level on the page and their anchors, each of them unique.
import { isFaqAnchorId } from '../addresses/paths'
import { inlineText } from '../text/plainText'
import type { BlockNode, HeadingNode, RichText } from '../text/richText'
import { slugify } from '../addresses/slug'
import { visibleText } from '../text/visibleText'

export interface HeadingAnchor {
  /** The element's id, unique on the page. */
  anchor: string
  text: string
  level: 2 | 3
  node: HeadingNode | BlockNode
}

/** The heading above the questions when the editor wrote none. */
const DEFAULT_FAQ_HEADING = 'People Also Ask'

function headingOf(
  node: RichText['root']['children'][number],
): Omit<HeadingAnchor, 'anchor'> | null {
  if (node.type === 'heading') {
    const text = inlineText(node.children)
    return visibleText(text) === '' ? null : { text, level: node.tag === 'h3' ? 3 : 2, node }
  }
  if (node.type === 'block' && node.fields.blockType === 'faqSection') {
    return { text: visibleText(node.fields.heading) || DEFAULT_FAQ_HEADING, level: 2, node }
  }
  return null
}

function uniqueAnchor(text: string, taken: Set<string>): string {
  const slug = slugify(text) || 'section'
  const base = isFaqAnchorId(slug) ? `section-${slug}` : slug
  let anchor = base
  for (let number = 2; taken.has(anchor); number += 1) anchor = `${base}-${number}`
  taken.add(anchor)
  return anchor
}

/**
 * The headings of `body` in reading order, FAQ sections included, empty headings left out. Sub-headings that no
 * section heading precedes are raised to level 2, so that a page never skips a level.
 * @param taken ids that the page uses elsewhere
 * @param isShown false for FAQ sections that the page leaves out
 */
export function headingAnchors(
  body: RichText,
  taken: Iterable<string> = [],
  isShown: (node: HeadingAnchor['node']) => boolean = () => true,
): HeadingAnchor[] {
  const ids = new Set(taken)
  const headings = body.root.children
    .map(headingOf)
    .filter((heading) => heading !== null)
    .filter(({ node }) => isShown(node))
  const firstSection = headings.findIndex(({ level }) => level === 2)
  return headings.map((heading, position) => ({
    ...heading,
    level: firstSection === -1 || position < firstSection ? 2 : heading.level,
    anchor: uniqueAnchor(heading.text, ids),
  }))
}
