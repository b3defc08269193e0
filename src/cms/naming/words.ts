// What names a row, in the one sentence that a refused deletion has.
import type { NamedIn, Naming } from './findNaming'

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
