// Finds the links of a text that were typed as addresses of this site, and puts others in their places.
import { safeUrl } from '../../text/links'
import { pageNumber } from '../../addresses/pageNumber'
import { readerAddress } from '../../addresses/readerAddress'
import type { LinkNode, RichText } from '../../text/richText'
import {
  blockFields,
  childrenOf,
  walk,
  withBlockFields,
  type RichTextNode,
} from '../../text/richTextWalk'
import { isData } from '../../values/isData'

/** An address on this site in its one form. */
export interface OwnAddress {
  path: string
  /** Its query and fragment, as typed. */
  rest: string
}

/**
 * @param typed whole, or beginning with a slash; variants (slash, case, index file, `?page=1`) come out as the one address
 * @param origin the public origin
 * @returns undefined for another site's, for a fragment alone, and for what may not be linked
 */
export function ownAddress(typed: string, origin: string): OwnAddress | undefined {
  const safe = safeUrl(typed)
  if (safe === null || safe.startsWith('#')) return undefined
  const { origin: own, pathname, searchParams, search, hash } = new URL(safe, origin)
  if (own !== new URL(origin).origin) return undefined
  const asked = readerAddress(pathname)
  const path = asked.kind === 'variant' ? asked.location : pathname
  return { path, rest: (pageNumber(searchParams) === 'bare' ? '' : search) + hash }
}

const isTyped = (node: RichTextNode): node is LinkNode =>
  (node.type === 'link' || node.type === 'autolink') &&
  (node as LinkNode).fields.linkType !== 'internal'

const blockUrls = (node: RichTextNode): string[] =>
  blockFields(node).flatMap(({ field, value }) =>
    field.as === 'address' && typeof value === 'string' && value !== '' ? [value] : [],
  )

/** The addresses in a text, as typed. */
export const typedUrls = ({ root }: RichText): string[] =>
  [...walk(root.children)].flatMap((node) =>
    isTyped(node) ? (node.fields.url ?? []) : blockUrls(node),
  )

/** The same text with other targets for its typed links; of a link without a target only the words are left. */
export function withUrls(text: RichText, current: (url: string) => string | null): RichText {
  const change = (node: RichTextNode): RichTextNode => {
    const children = childrenOf(node)
    const inside = withBlockFields(node, (field, value) => {
      if (field.as === 'address' && typeof value === 'string') return current(value) ?? ''
      return field.as === 'passage' && isData(value) ? withUrls(value as RichText, current) : value
    })
    const same = children.length > 0 ? { ...inside, children: children.map(change) } : inside
    if (!isTyped(node)) return same as RichTextNode
    const url = current(node.fields.url ?? '') ?? ''
    return { ...same, fields: { ...node.fields, url } } as RichTextNode
  }
  return { ...text, root: { ...text.root, children: text.root.children.map(change) } } as RichText
}
