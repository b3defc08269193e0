// Words the Read Also block of an article's form: what readers get, how a target is found, and why one is suggested.
import type { SuggestionReason } from '@/domain/articles/links/suggestTargets'

export const READ_ALSO_WORDS = {
  label: 'Read also:',
  find: 'Find an article by words of its title, its text or its address; or type an address of the web',
  title: 'Title that readers see',
  use: 'Use this address',
  suggestions: 'Suggestions',
  found: 'Found',
  change: 'Lead to something else',
  cancel: 'Cancel',
  open: 'Open the link by itself',
  searching: 'Searching …',
  nothing: 'Nothing has these words.',
  missing: 'The link is not there any more, or lies in the trash.',
  notLive: 'Its article is not live: readers do not see this line yet.',
  noTarget: 'Its article is gone or lies in the trash: readers do not see this line.',
  unresolved: 'It leads nowhere so far: readers do not see this line.',
  failed: 'The site did not answer. Nothing was changed; try again.',
} as const

/** Of how we stand to a page of the web; nothing to say where we recommend it. */
export const RELATION_WORDS: Record<string, string> = {
  paid: 'marked as sponsored',
  notVouchedFor: 'not vouched for',
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

export function reasonWords(reason: SuggestionReason): string {
  if (reason.code === 'sameTopic') return `same topic: ${quoted(reason.names)}`
  if (reason.code === 'sharesWords') return `shares words: ${quoted(reason.words)}`
  return `same category: ${quoted([reason.name])}`
}
