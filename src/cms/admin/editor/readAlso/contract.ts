// Asks the site what a Read Also link shows and what it may lead to, and has the link to a chosen target found or made.
import type { FoundTargets } from '@/cms/collections/articles/references/endpoints'
import type { ShownLink } from '@/cms/collections/articles/references/readAlsoLinks'
import type { SuggestedTarget } from '@/cms/collections/articles/references/targets'
import { messageOf } from '@/cms/wording/issues'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import { READ_ALSO_WORDS } from '@/cms/wording/readAlso'
import type { Id } from '@/domain/workflow/subject'
import { fetchAnswer } from '../../ui/useAnswer'

export type { FoundTargets, ShownLink, SuggestedTarget }

export type ChosenTarget = { article: Id } | { url: string; title: string }

/** An address to ask at. */
export const shownAddress = (link: Id): string => `/api/read-also-links/shown?ids=${link}`

export const suggestionsAddress = (article: Id): string =>
  `/api/articles/suggestions?article=${article}`

/** Null when the site did not answer. */
export const findTargets = (words: string, article: Id | null): Promise<FoundTargets | null> =>
  fetchAnswer(
    `/api/articles/targets?${new URLSearchParams({ words, article: String(article ?? '') }).toString()}`,
  )

/** The link, or the reason against it in words. */
export async function chooseTarget(target: ChosenTarget): Promise<ShownLink | string> {
  try {
    const response = await fetch('/api/read-also-links/choose', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(target),
    })
    const answer: unknown = await response.json()
    if (response.ok) return answer as ShownLink
    const { issues = [] } = answer as { issues?: RefusalIssue[] }
    return issues.map(messageOf).join(' ') || READ_ALSO_WORDS.failed
  } catch {
    return READ_ALSO_WORDS.failed
  }
}
