// Lists the headings of an article's body with their level on the page and their anchors, each of them unique.
import { isFaqAnchorId } from '../addresses/paths'
import { inlineText } from '../text/plainText'
import { noticeHeading } from '../blocks/notice'
import type { BlockNode, HeadingNode, RichText } from '../text/richText'
import { slugify } from '../addresses/slug'
import { visibleText } from '../text/visibleText'

/** 5: of a notice below a heading of level 4. */
type HeadingLevel = 2 | 3 | 4 | 5

export interface HeadingAnchor {
  /** The element's id, unique on the page. */
  anchor: string
  text: string
  level: HeadingLevel
  node: HeadingNode | BlockNode
}

/** The heading above the questions when the editor wrote none. */
const DEFAULT_FAQ_HEADING = 'People Also Ask'

const LEVELS = { h2: 2, h3: 3, h4: 4 } as const

/** Its heading belongs to the box, and is below whatever heading the box stands under. */
export const isNotice = (node: HeadingAnchor['node']): boolean =>
  node.type === 'block' && node.fields.blockType === 'notice'

function headingOf(
  node: RichText['root']['children'][number],
): Omit<HeadingAnchor, 'anchor'> | null {
  if (node.type === 'heading') {
    const text = inlineText(node.children)
    return visibleText(text) === '' ? null : { text, level: LEVELS[node.tag], node }
  }
  if (node.type !== 'block') return null
  if (node.fields.blockType === 'faqSection')
    return { text: visibleText(node.fields.heading) || DEFAULT_FAQ_HEADING, level: 2, node }
  if (node.fields.blockType === 'notice')
    return { text: noticeHeading(node.fields), level: 5, node }
  return null
}

/** Of the FAQ sections only those that have something to show. */
export const isShown =
  (sections: { has(node: HeadingAnchor['node']): boolean }) =>
  (node: HeadingAnchor['node']): boolean =>
    node.type !== 'block' || node.fields.blockType !== 'faqSection' || sections.has(node)

function uniqueAnchor(text: string, taken: Set<string>): string {
  const slug = slugify(text) || 'section'
  const base = isFaqAnchorId(slug) ? `section-${slug}` : slug
  let anchor = base
  for (let number = 2; taken.has(anchor); number += 1) anchor = `${base}-${number}`
  taken.add(anchor)
  return anchor
}

/**
 * The headings of `body` in reading order, FAQ sections included, empty headings left out. A heading is one level below
 * the nearest one before it that is above it, so that a page never skips a level.
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
  const above: HeadingLevel[] = []
  return headings.map((heading) => {
    while ((above.at(-1) ?? 0) >= heading.level) above.pop()
    const level = (above.length + 2) as HeadingLevel
    if (!isNotice(heading.node)) above.push(heading.level)
    return { ...heading, level, anchor: uniqueAnchor(heading.text, ids) }
  })
}
