// Lists the issues of a Read Also link, and of the places where an article puts its links.
import { safeUrl } from '../../text/links'
import { inlineText } from '../../text/plainText'
import type { BlockLevelNode, RichText } from '../../text/richText'
import { childrenOf, referenceIds } from '../../text/richTextWalk'
import { headingName } from '../../textImport/lines/classify'
import { visibleText } from '../../text/visibleText'
import type { At } from './severity'

/** The working version of a Read Also link. */
export interface ReadAlsoContent {
  id: number
  kind: 'internal' | 'external' | 'unresolved'
  title?: string | null
  url?: string | null
  /** Of an internal link: the article, and whether it is live; absent when the row is gone or was never chosen. */
  article?: { id: number; live: boolean; trashed?: boolean } | null
}

/** `id` and `title` are those of the link. */
export type ReadAlsoIssue =
  | ({ id: number; title: string } & (
      | { code: 'readAlsoTitleMissing' | 'readAlsoTargetMissing' | 'readAlsoUnresolved' }
      | { code: 'readAlsoUnsafe'; url: string }
      | { code: 'readAlsoInTrash' }
      | { code: 'readAlsoNotLive' | 'readAlsoItself' | 'readAlsoRepeated' }
      | { code: 'readAlsoBeforeText' | 'readAlsoInARow' | 'readAlsoCrowded' | 'readAlsoInClosing' }
    ))
  | { code: 'readAlsoMissing'; id: number }
  | { code: 'readAlsoBlockEmpty' }

type LinkCheck = (link: ReadAlsoContent) => At<ReadAlsoIssue>[]

const titled = ({ id, title }: ReadAlsoContent): { id: number; title: string } => ({
  id,
  title: visibleText(title),
})

const internal: LinkCheck = (link) => {
  const at = { field: 'article', ...titled(link) }
  if (!link.article) return [{ ...at, severity: 'block', code: 'readAlsoTargetMissing' }]
  if (link.article.live) return []
  // Readers do not get the line until its target is back, and then by itself.
  const code = link.article.trashed ? 'readAlsoInTrash' : 'readAlsoNotLive'
  return [{ ...at, severity: 'advise', code }]
}

const external: LinkCheck = (link) => {
  const { url } = link
  const at = { severity: 'block', ...titled(link) } as const
  return [
    ...(at.title === '' ? [{ ...at, field: 'title', code: 'readAlsoTitleMissing' as const }] : []),
    ...(url ? [] : [{ ...at, field: 'url', code: 'readAlsoTargetMissing' as const }]),
    ...(url && safeUrl(url) === null
      ? [{ ...at, field: 'url', code: 'readAlsoUnsafe' as const, url }]
      : []),
  ]
}

const BY_KIND: Record<ReadAlsoContent['kind'], LinkCheck> = {
  internal,
  external,
  unresolved: (link) => [
    { field: 'kind', severity: 'advise', code: 'readAlsoUnresolved', ...titled(link) },
  ],
}

/** What a link lacks, whichever article shows it. */
export const readAlsoLinkIssues: LinkCheck = (link) => BY_KIND[link.kind](link)

/** Two links with the same destination are one link twice. */
const destination = ({ id, article, url }: ReadAlsoContent): string =>
  article ? `article ${article.id}` : (safeUrl(url ?? '') ?? `link ${id}`)

const isEmptyParagraph = (node: BlockLevelNode): boolean =>
  node.type === 'paragraph' && inlineText(childrenOf(node)) === ''

/** Where a reader is when a block comes. */
interface Place {
  hasRead: boolean
  inClosing: boolean
  afterLink: boolean
  linksInSection: number
}

const START: Place = { hasRead: false, inClosing: false, afterLink: false, linksInSection: 0 }

function after(node: BlockLevelNode, place: Place): Place {
  const now = { ...place, afterLink: false }
  if (node.type === 'heading' && node.tag !== 'h3')
    return {
      ...now,
      inClosing: headingName(inlineText(node.children)) === 'closing',
      linksInSection: 0,
    }
  if (node.type !== 'block') return { ...now, hasRead: place.hasRead || node.type === 'paragraph' }
  return node.fields.blockType === 'readAlso'
    ? { ...place, afterLink: true, linksInSection: place.linksInSection + 1 }
    : { ...now, inClosing: false, linksInSection: 0 }
}

const PLACES = [
  { code: 'readAlsoBeforeText', isWrong: ({ hasRead }: Place) => !hasRead },
  { code: 'readAlsoInARow', isWrong: ({ afterLink }: Place) => afterLink },
  {
    code: 'readAlsoCrowded',
    isWrong: ({ afterLink, linksInSection }: Place) => linksInSection > 0 && !afterLink,
  },
  { code: 'readAlsoInClosing', isWrong: ({ inClosing }: Place) => inClosing },
] as const

/**
 * The same for every link that the body shows, and whether it is placed where a reader can use it: between paragraphs,
 * at most one in a section (from one second-level heading to the next), none in the closing words, none twice.
 * @param articleId of the article itself
 * @param links the rows that exist
 */
export function readAlsoPlacementIssues(
  articleId: number,
  body: RichText,
  links: readonly ReadAlsoContent[],
): At<ReadAlsoIssue>[] {
  const known = new Map(links.map((link) => [link.id, link]))
  const seen = new Set<string>()
  const ofBlock = (reference: unknown, place: Place): At<ReadAlsoIssue>[] => {
    const [id] = referenceIds(reference)
    const block = { field: 'body', severity: 'block' } as const
    if (id === undefined) return [{ ...block, code: 'readAlsoBlockEmpty' }]
    const link = known.get(id)
    if (!link) return [{ ...block, code: 'readAlsoMissing', id }]
    const repeated = seen.has(destination(link))
    seen.add(destination(link))
    const named = titled(link)
    return [
      ...readAlsoLinkIssues(link).map((issue) => ({ ...issue, field: 'body' })),
      ...(link.article?.id === articleId
        ? [{ ...block, ...named, code: 'readAlsoItself' as const }]
        : []),
      ...(repeated ? [{ ...block, ...named, code: 'readAlsoRepeated' as const }] : []),
      ...PLACES.filter(({ isWrong }) => isWrong(place)).map(({ code }) => ({
        field: 'body',
        severity: 'advise' as const,
        ...named,
        code,
      })),
    ]
  }
  let place = START
  return body.root.children
    .filter((node) => !isEmptyParagraph(node))
    .flatMap((node) => {
      const before = place
      place = after(node, before)
      return node.type === 'block' && node.fields.blockType === 'readAlso'
        ? ofBlock(node.fields.link, before)
        : []
    })
}
