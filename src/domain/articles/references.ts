// Lists the rows that an article's body points at.
import type { RichText } from '../text/richText'
import { referenceIds, walk, type RichTextNode } from '../text/richTextWalk'

/** Ids in order of first appearance, without repeats. */
interface BodyReferences {
  faqItems: number[]
  readAlsoLinks: number[]
  media: number[]
  articles: number[]
}

type Found = Partial<Record<keyof BodyReferences, number[]>>

function referencesOf(node: RichTextNode): Found {
  switch (node.type) {
    case 'upload':
      return { media: referenceIds(node.value) }
    case 'block':
      return node.fields.blockType === 'readAlso'
        ? { readAlsoLinks: referenceIds(node.fields.link) }
        : { faqItems: referenceIds(node.fields.items) }
    case 'link':
    case 'autolink': {
      const { linkType, doc } = node.fields
      const isArticle = linkType === 'internal' && doc?.relationTo === 'articles'
      return isArticle ? { articles: referenceIds(doc.value) } : {}
    }
    default:
      return {}
  }
}

/** @param body a rich text as stored, drafts included; only its shape down to `root.children` is relied on */
export function bodyReferences(body: { root: { children: unknown[] } }): BodyReferences {
  const { children } = (body as RichText).root
  const found = [...walk(children)].map(referencesOf)
  const all = (kind: keyof BodyReferences): number[] => [
    ...new Set(found.flatMap((references) => references[kind] ?? [])),
  ]
  return {
    faqItems: all('faqItems'),
    readAlsoLinks: all('readAlsoLinks'),
    media: all('media'),
    articles: all('articles'),
  }
}
