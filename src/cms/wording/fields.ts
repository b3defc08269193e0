// Writes the panel's and REST's messages about what the domain refuses.
import { BLOCKS } from '@/domain/blocks/blocks'
import type { PathIssue } from '@/domain/addresses/paths'
import type { RedirectFromIssue } from '@/domain/addresses/redirectFrom'
import type { Expected } from '@/domain/text/textFields'
import type { ShapeIssue } from '@/domain/text/textShapeIssues'

const PATH_MESSAGES: {
  [Code in PathIssue['code']]: (issue: PathIssue & { code: Code }) => string
} = {
  pathMissing: () => 'A path names a page, such as /sleeping-well.',
  pathWithoutLeadingSlash: () => 'A path begins with a slash.',
  pathTooLong: ({ length, max }) =>
    `The path has ${length} characters; at most ${max} are allowed.`,
  pathSegmentEmpty: () => 'A path has no doubled slash and none at its end.',
  pathSegmentInvalid: ({ segment }) =>
    `"${segment}" may contain only letters, digits and hyphens, and nothing that is not seen.`,
  pathSegmentMixed: ({ segment }) =>
    `"${segment}" has letters of several scripts, and some look like one another. Use one script in each part.`,
  pathReserved: ({ segment }) =>
    `/${segment} is reserved for the site itself. Choose another path.`,
}

export const pathMessage = (issue: PathIssue): string =>
  (PATH_MESSAGES[issue.code] as (issue: PathIssue) => string)(issue)

/** The message that refuses an address as the source of a redirect. */
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

/** The message about a link that is allowed in no text: see links.ts in the domain. */
export const NO_ADDRESS =
  'must be an http, https, mailto or tel address without a password, or a path.'

const EXPECTED: Record<Expected, string> = {
  text: 'has to be a text that is not too long',
  tab: 'has to be one tab',
  marks:
    'has to be the sum of 1 (bold), 2 (italic), 4 (strikethrough), 16 (code), 32 (subscript) and 64 (superscript), as far as they hold',
  number: 'has to be a number',
  wholeNumber: 'has to be a whole number',
  flag: 'has to be true or false',
  noStyle: 'has to be empty: a text has no styles of its own',
  noAlignment: 'has to be empty: every text begins at the same edge',
  noIndent: 'has to be 0: only lists are indented',
  nothing: 'has to be left out',
  direction: 'has to be ltr, rtl or null',
  mode: 'has to be normal, token or segmented',
  headingLevel: 'has to be h2, h3 or h4',
  listType: 'has to be bullet or number',
  listTag: 'has to be ul or ol',
  linkType: 'has to be custom or internal',
  address:
    'has to be an http, https, mailto or tel address without a password, a path, or a #fragment',
  article: 'has to name an article',
  image: 'has to name an image',
  pasted: 'has to be {formID, src}, both texts',
  row: 'has to be the id of a row',
  rows: 'has to be a list of ids of rows',
  blockType: `has to be one of ${Object.keys(BLOCKS).join(', ')}`,
  choice: 'has to be one of its values',
  passage: 'has to be a text of paragraphs and lists, or left out',
  entries: 'has to be a list of entries that is not too long',
  caption: 'has to be a text of one line that is not too long',
  widths: 'has to be a list of numbers',
  span: 'has to be a whole number from 1 to 100',
  header: 'has to be 0, 1 (heads its column), 2 (heads its row) or 3 (both)',
  alignment: 'has to be an edge, such as left, center or right',
  colour: 'has to be empty: a text has no colours of its own',
  fields: 'has to hold the fields of the node',
}

const SHAPE_MESSAGES: {
  [Code in ShapeIssue['code']]: (issue: ShapeIssue & { code: Code }) => string
} = {
  noRichText: () => 'is no rich text: it has to be {root: {type: "root", children: […]}}',
  nodeUnknown: ({ type }) =>
    type ? `“${type}” is no kind of node that a text may hold` : 'is no node: it has no type',
  nodeNotAllowed: ({ type }) => `this text may not hold a ${type}`,
  nodeMisplaced: ({ inside, type }) => `a ${type} cannot stand in a ${inside}`,
  nodeWithoutChildren: ({ type }) => `the ${type} has no list of children`,
  nodeFieldUnknown: ({ field, type }) =>
    `“${field}” is no field of ${type ? `a ${type}` : 'a rich text'}`,
  nodeFieldWrong: ({ expects, field, type }) => `“${field}” of the ${type} ${EXPECTED[expects]}`,
  nodeFieldUnreadable: ({ character, field, type }) =>
    `“${field}” of the ${type} holds ${character}, a character that no page can show`,
  textTooDeep: ({ max }) => `lies deeper than ${max} nodes`,
  textOfTooManyNodes: ({ max }) => `has more than ${max} nodes`,
}

/** Such as `in block 3 at 1 (“Sleep early and”): “style” of the text has to be empty`. */
export function shapeMessage(issue: ShapeIssue): string {
  const [block, ...inside] = issue.at
  const what = (SHAPE_MESSAGES[issue.code] as (issue: ShapeIssue) => string)(issue)
  if (block === undefined) return what
  const place = `in block ${block}${inside.length > 0 ? ` at ${inside.join('.')}` : ''}`
  return `${place}${issue.words ? ` (“${issue.words}”)` : ''}: ${what}`
}
