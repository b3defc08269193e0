// How the panel and REST word what the domain refuses.
import type { PathIssue } from '@/domain/paths'
import type { RedirectFromIssue } from '@/domain/redirectFrom'

const PATH_MESSAGES: {
  [Code in PathIssue['code']]: (issue: PathIssue & { code: Code }) => string
} = {
  pathMissing: () => 'A path names a page, such as /sleeping-well.',
  pathWithoutLeadingSlash: () => 'A path begins with a slash.',
  pathTooLong: ({ length, max }) =>
    `The path has ${length} characters; at most ${max} are allowed.`,
  pathSegmentEmpty: () => 'A path has no doubled slash and none at its end.',
  pathSegmentInvalid: ({ segment }) =>
    `"${segment}" may contain only lower-case letters a to z, digits and hyphens.`,
  pathReserved: ({ segment }) =>
    `/${segment} is reserved for the site itself. Choose another path.`,
}

export const pathMessage = (issue: PathIssue): string =>
  (PATH_MESSAGES[issue.code] as (issue: PathIssue) => string)(issue)

/** How an address is refused from which a redirect is to lead on. */
export function redirectFromMessage(issue: RedirectFromIssue): string {
  switch (issue.code) {
    case 'pathSegmentInvalid':
      return `"${issue.segment}" is no part of an address: letters, digits, hyphens, dots and underscores are.`
    case 'queryUnknown':
      return `has a query that names no page. Redirects begin at queries with ${issue.keys.join(', ')}; whatever else stands in a query is passed on.`
    case 'patternTooDeep':
      return `has more than ${issue.max} parts before its *; write fewer.`
    case 'starMisplaced':
      return 'has a * that is not its last part. Write /blog/* for all below /blog.'
    default:
      return pathMessage(issue)
  }
}
