// Follows redirects to their target in one hop, whatever was moved since, and checks the lines of a file of redirects.
import { covers } from './redirectFrom'

/** What an address is now: a live document's own, an old one that redirects, one that is gone, or nothing known. */
export type AddressUse<Target> =
  { is: 'target'; target: Target } | { is: 'redirect'; to: string | null } | { is: 'gone' } | null

export type RedirectEnd<Target> =
  { target: Target } | { path: string } | { issue: 'redirectLoop' | 'redirectToGone' }

/** Chains are kept at one hop, so a longer one is a loop that came from elsewhere. */
const MAX_HOPS = 20

/**
 * Follows an address to its end, so that visitors are sent there at once.
 * @param from the address that is about to redirect; coming back to it is a loop
 * @param to where the editor sends it
 * @param lookUp what each address on the way is now
 */
export async function endOfRedirect<Target>(
  from: string,
  to: string,
  lookUp: (path: string) => Promise<AddressUse<Target>>,
): Promise<RedirectEnd<Target>> {
  let path = to
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    if (path === from) return { issue: 'redirectLoop' }
    const now = await lookUp(path)
    if (now?.is === 'target') return { target: now.target }
    if (covers(from, path)) return { issue: 'redirectLoop' }
    if (now?.is === 'gone') return { issue: 'redirectToGone' }
    if (!now || now.to === null) return { path }
    path = now.to
  }
  return { issue: 'redirectLoop' }
}

/** One line of a file of redirects, checked by itself. */
export interface RedirectLine {
  from: string
  to: string
  status: '301' | '308' | '410'
}

export type RedirectLineIssue =
  | { code: 'fromMissing' }
  | { code: 'statusUnknown'; status: string }
  | { code: 'targetMissing' }
  | { code: 'targetOfGone' }

const STATUSES: readonly string[] = ['301', '308', '410'] satisfies RedirectLine['status'][]

/** @param line by column; the status is 301 when it is left out */
export function redirectLine(line: Record<string, string | undefined>): {
  redirect: RedirectLine
  issues: RedirectLineIssue[]
} {
  const [from = '', to = '', status = ''] = [line.from, line.to, line.status].map((cell) =>
    cell?.trim(),
  )
  const redirect = { from, to, status: (status || '301') as RedirectLine['status'] }
  const gone = redirect.status === '410'
  const issues: RedirectLineIssue[] = [
    ...(from === '' ? [{ code: 'fromMissing' } as const] : []),
    ...(STATUSES.includes(redirect.status) ? [] : [{ code: 'statusUnknown', status } as const]),
    ...(to === '' && !gone ? [{ code: 'targetMissing' } as const] : []),
    ...(to !== '' && gone ? [{ code: 'targetOfGone' } as const] : []),
  ]
  return { redirect, issues }
}
