// Checks a site that search engines may not list, a copy for trying things out: every answer says so, and pages are judged without it.
import { isNoindex } from '../page/sitePage'
import type { Finding } from './checkedSite'
import type { Answer, Ask } from './visitor'

const LISTING = 'X-Robots-Tag'

/** robots.txt is of no page; where it says so, the whole site does. */
export const isUnlisted = ({ headers }: Answer): boolean => isNoindex(headers.get(LISTING) ?? '')

/** Answers as they would be if the site were listed; `findings` gets those that could be listed after all. */
export function asListed(ask: Ask, findings: Finding[]): Ask {
  return async (url, headers) => {
    const answer = await ask(url, headers)
    if (!isUnlisted(answer))
      findings.push([url, 'may be listed, and robots.txt says the site may not'])
    const kept = new Headers(answer.headers)
    kept.delete(LISTING)
    return { ...answer, headers: kept }
  }
}
