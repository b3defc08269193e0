// Lists the rows that an article's body points at.
import type { BlockTarget } from '../../blocks/blocks'
import type { RichText } from '../../text/richText'
import { blockFields, referenceIds, walk, type RichTextNode } from '../../text/richTextWalk'

/** Ids in order of first appearance, without repeats. */
interface BodyReferences {
  faqItems: number[]
  readAlsoLinks: number[]
  media: number[]
  articles: number[]
}

type Found = [BlockTarget, number[]][]

function referencesOf(node: RichTextNode): Found {
  switch (node.type) {
    case 'upload':
      return [['media', referenceIds(node.value)]]
    case 'link':
    case 'autolink': {
      const { linkType, doc } = node.fields
      const isArticle = linkType === 'internal' && doc?.relationTo === 'articles'
      return isArticle ? [['articles', referenceIds(doc.value)]] : []
    }
    default:
      return blockFields(node).flatMap(({ field, value }): Found =>
        'to' in field ? [[field.to, referenceIds(value)]] : [],
      )
  }
}

/** @param body a rich text as stored, drafts included; only its shape down to `root.children` is relied on */
export function bodyReferences(body: { root: { children: unknown[] } }): BodyReferences {
  const { children } = (body as RichText).root
  const found = [...walk(children)].flatMap(referencesOf)
  const all = (target: BlockTarget): number[] => [
    ...new Set(found.flatMap(([to, ids]) => (to === target ? ids : []))),
  ]
  return {
    faqItems: all('faq-items'),
    readAlsoLinks: all('read-also-links'),
    media: all('media'),
    articles: all('articles'),
  }
}
