// Seals what an approval approved: a digest of each part of the page, so that a later change is noticed and named.
import { canonical } from '../addresses/canonical'
import { shownOf } from '../articles/shownFields'

/** What a page shows, as stored. Relationships are ids (numbers); rows of arrays may carry their string ids. */
export interface PageParts {
  /** What is not in the table of shown fields is left out; empty for an FAQ item or a Read Also link on its own. */
  article: Readonly<Record<string, unknown>>
  faqItems: readonly { id: number; question: string; [field: string]: unknown }[]
  /** Every link of the body, whether or not its target is live yet: it appears by itself when the target does. */
  readAlsoLinks: readonly {
    id: number
    title: string
    /** The path or URL of its target; null while unresolved. */
    target: string | null
    publisher?: string | null
    relation?: string | null
  }[]
  images: readonly { id: number; alt: string; caption?: string | null; filename?: string | null }[]
}

type Part =
  | { part: 'article'; field: string }
  | { part: 'faqItem' | 'readAlsoLink' | 'image'; id: number; title: string }

export type SealedPart = Part & { digest: string }

/** Stored with the approval, as JSON. */
export interface Seal {
  digest: string
  parts: readonly SealedPart[]
}

export type BrokenPart = Part & { change: 'changed' | 'added' | 'removed' }

const makePartKey = (part: Part): string =>
  part.part === 'article' ? `article.${part.field}` : `${part.part}.${part.id}`

/**
 * @param hash a collision-resistant hash of a text, such as SHA-256 in hexadecimal; the caller brings it because the
 *   domain has no cryptography
 */
export function sealOf(page: PageParts, hash: (text: string) => string): Seal {
  const contents: [Part, unknown][] = [
    ...Object.entries(shownOf('articles', page.article))
      .filter(([, content]) => canonical(content) !== null)
      .map(([field, content]): [Part, unknown] => [{ part: 'article', field }, content]),
    ...page.faqItems.map((item): [Part, unknown] => [
      { part: 'faqItem', id: item.id, title: item.question },
      shownOf('faq-items', item),
    ]),
    ...page.readAlsoLinks.map((link): [Part, unknown] => [
      { part: 'readAlsoLink', id: link.id, title: link.title },
      link,
    ]),
    ...page.images.map((image): [Part, unknown] => [
      { part: 'image', id: image.id, title: image.alt },
      image,
    ]),
  ]
  const parts = new Map(
    contents.map(([part, content]): [string, SealedPart] => [
      makePartKey(part),
      { ...part, digest: hash(JSON.stringify(canonical(content))) },
    ]),
  )
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    digest: hash(JSON.stringify(sorted.map(([key, { digest }]) => [key, digest]))),
    parts: sorted.map(([, part]) => part),
  }
}

const brokenPart = (
  { digest: _, ...part }: SealedPart,
  change: BrokenPart['change'],
): BrokenPart => ({
  ...part,
  change,
})

/**
 * What differs between what was approved and what would be shown now; empty while the seal is intact. A part is named
 * by its present title, a removed one by its former title.
 */
export function brokenParts(approved: Seal, now: Seal): BrokenPart[] {
  if (approved.digest === now.digest) return []
  const before = new Map(approved.parts.map((part) => [makePartKey(part), part]))
  const after = new Map(now.parts.map((part) => [makePartKey(part), part]))
  return [
    ...now.parts
      .filter((part) => before.get(makePartKey(part))?.digest !== part.digest)
      .map((part) => brokenPart(part, before.has(makePartKey(part)) ? 'changed' : 'added')),
    ...approved.parts
      .filter((part) => !after.has(makePartKey(part)))
      .map((part) => brokenPart(part, 'removed')),
  ]
}
