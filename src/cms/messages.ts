// How the panel and REST word what the domain refuses.
import type { PathIssue } from '@/domain/paths'

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

export const formerPathMessage = (issue: PathIssue): string =>
  issue.code === 'pathSegmentInvalid'
    ? `"${issue.segment}" is no part of an address: letters, digits, hyphens, dots and underscores are, but no ? or #.`
    : pathMessage(issue)
