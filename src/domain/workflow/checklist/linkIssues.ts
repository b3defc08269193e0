// Finds links in a rich text that have no target, or a target that may not be linked.
import { safeUrl } from '../../text/links'
import { inlineText } from '../../text/plainText'
import type { LinkNode, RichText } from '../../text/richText'
import { referenceIds, walk } from '../../text/richTextWalk'
import type { At } from './severity'

/** `text`: the words of the link. */
export type LinkIssue =
  | { code: 'linkUnsafe'; text: string; url: string }
  | { code: 'linkTargetMissing'; text: string }
  | { code: 'linkTargetNotLive'; text: string; id: number }

type Articles = readonly { id: number; live: boolean }[]

function issuesOf(
  { fields, children }: LinkNode,
  field: string,
  articles: Articles,
): At<LinkIssue>[] {
  const text = inlineText(children)
  if (fields.linkType === 'custom') {
    const url = fields.url ?? ''
    return safeUrl(url) === null
      ? [{ field, severity: 'block', code: 'linkUnsafe', text, url }]
      : []
  }
  const [id] = referenceIds(fields.doc?.value)
  const target = articles.find((article) => article.id === id)
  if (!target) return [{ field, severity: 'block', code: 'linkTargetMissing', text }]
  return target.live
    ? []
    : [{ field, severity: 'advise', code: 'linkTargetNotLive', text, id: target.id }]
}

/**
 * @param field the field of the document that holds the rich text
 * @param articles those that the text links to, as far as they exist
 */
export const linkIssues = (
  richText: RichText,
  field: string,
  articles: Articles,
): At<LinkIssue>[] =>
  [...walk(richText.root.children)]
    .filter((node): node is LinkNode => node.type === 'link' || node.type === 'autolink')
    .flatMap((node) => issuesOf(node, field, articles))
