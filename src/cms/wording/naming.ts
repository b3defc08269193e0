// Says what names a row, in the one sentence that a refused deletion has.

/** Where a document names a row; the first that holds counts. */
export type NamedIn = 'live' | 'draft' | 'history'

export interface NamingDocument {
  collection: 'articles' | 'faq-items' | 'read-also-links' | 'pages' | 'authors' | 'site-settings'
  /** Null for the site settings, of which there is one. */
  id: number | null
  title: string
  in: NamedIn
}

export interface Naming {
  /** Live ones first; those beyond the first few are only counted. */
  documents: NamingDocument[]
  total: number
}

const IN_WORDS: Record<NamedIn, string> = {
  live: 'live',
  draft: 'working version',
  history: 'an older version, in the history',
}

/** More would not fit into the panel's message. */
const SHOWN = 5

export function namingWords({ documents, total }: Naming): string {
  const shown = documents
    .slice(0, SHOWN)
    .map(({ title, in: where }) => `“${title}” (${IN_WORDS[where]})`)
  const more = total > shown.length ? ` and ${total - shown.length} more` : ''
  const way = documents.some(({ in: where }) => where !== 'history')
    ? 'Give those to another first, or take it out of them.'
    : 'The history stays as it was, so it is kept.'
  return `Nothing was deleted: it is named in ${shown.join(', ')}${more}. ${way}`
}
