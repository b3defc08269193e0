// Writes the message of every issue that the panel may show.
import { BLOCK_WORDS, blockFieldLabel } from '@/cms/wording/blocks'
import { pathMessage, shapeMessage } from '@/cms/wording/fields'
import { namingWords } from '@/cms/wording/naming'
import type { BlockType } from '@/domain/blocks/blocks'
import type { AddressHolder } from '@/domain/workflow/checklist/contentIssues'
import type { PanelIssue } from './panelIssue'
import { countWords, EVENT_WORDS, STATE_WORDS } from './workflow'

type Code = PanelIssue['code']
type Wording = { [C in Code]: (issue: PanelIssue & { code: C }) => string }

const quoteTitle = ({ title }: { title?: string }): string =>
  title ? `“${title}”` : 'without a title'
const states = (allowed: readonly (keyof typeof STATE_WORDS)[]): string =>
  allowed.map((state) => `“${STATE_WORDS[state]}”`).join(', ')

const HOLDER_WORDS = { articles: 'article', pages: 'page' } as const

const holderWords = ({ collection, scheduled, title }: AddressHolder): string =>
  collection === 'redirects'
    ? 'a redirect. Remove that under “Redirects”, or choose another path'
    : `the ${HOLDER_WORDS[collection]} “${title ?? ''}”${scheduled ? ', which is scheduled' : ''}. Choose another path`

const MESSAGES: Wording = {
  unreachable: () => 'The site did not answer. Nothing was changed; try again.',
  notFound: () => 'It no longer exists, or lies in the trash.',
  notSignedIn: () => 'You are no longer signed in. Sign in again in another tab, then try again.',
  requestInvalid: ({ field }) => `The site did not understand “${field}”.`,
  operationNotAllowed: () => 'This is not allowed for you, or not in this state.',
  fieldInvalid: ({ message }) => message,
  stillNamed: namingWords,
  scheduleFailed: () => 'Something broke on the site. It is tried again within a minute.',
  textMissing: () => 'Write a few words first.',
  textTooLong: ({ length, max }) => `This has ${length} characters; at most ${max} are allowed.`,
  textUnstorable: () => 'This contains a character that cannot be stored. Type it again.',
  daysInvalid: ({ least, most }) => `Choose a whole number of days from ${least} to ${most}.`,
  commentSettled: () =>
    'Somebody has resolved this comment meanwhile. Reopen it first, or write a new comment.',
  questionsTooMany: ({ max }) =>
    `At most ${max} questions can be pasted at once. Import a larger text as an article.`,
  remarksTooMany: ({ max }) => `A review link takes at most ${max} remarks in an hour.`,

  notActive: () => 'This account has been disabled.',
  roleNotAllowed: ({ event }) => `Your role does not allow “${EVENT_WORDS[event].label}”.`,
  notYours: () => 'It is neither yours nor assigned to you.',
  ownChanges: () =>
    'You wrote some of these changes, so somebody else has to approve them. For a team of one, an administrator can switch this off in the site settings.',
  ownForce: () => 'You published it without approval, so somebody else has to approve it.',
  wrongState: ({ state, allowed }) =>
    `It is “${STATE_WORDS[state]}” now; this is possible only from ${states(allowed)}.`,
  stale: () => 'It was saved again after you opened it. Reload the page and look at what changed.',
  stateMoved: ({ given, state }) =>
    `It was “${STATE_WORDS[given]}” when you looked, and is “${STATE_WORDS[state]}” now. Close this, and look again.`,
  partsMoved: ({ parts }) =>
    `${countWords(parts[0]?.kind ?? 'faq-items', parts.length)} in it changed after you looked. Close this, and look again.`,
  overtaken: ({ by, event, to }) =>
    `${by?.name ?? 'The site'} ${EVENT_WORDS[event].past} before you: it is “${STATE_WORDS[to]}” now. You changed nothing; close this, and look again.`,
  sealBroken: () => 'It was changed after the approval, so it has to be approved again.',
  sealMissing: () => 'It has not been approved yet.',
  expertApprovalMissing: () =>
    'Its category asks for an expert review, and no expert has approved it.',
  expertSealBroken: () => 'It was changed after the expert’s approval.',
  expertReviewNotRequired: () => 'Its category asks for no expert review.',
  alreadyApproved: () => 'It is approved already, and nothing has changed since.',
  notDue: () => 'It is not due yet.',
  notShown: () => 'Readers do not get it, so there is nothing to withdraw.',
  noEarlierVersion: () =>
    'Readers get no earlier version of it, so there is nothing to go back to.',
  notForced: () => 'It was not published without approval.',
  versionMissing: () => 'The panel did not say which version you saw. Reload the page.',
  noteMissing: () => 'Write a few words: the others need to know why.',
  noteTooLong: ({ length, max }) =>
    `The note has ${length} characters; at most ${max} are allowed.`,
  dateMissing: () => 'Choose a date and a time.',
  dateInvalid: () => 'This is not a date and a time.',
  dateNotInFuture: () => 'This moment has passed. Choose a later one.',
  reasonMissing: () => 'Choose what readers get instead.',
  reasonInvalid: () => 'This cannot be withdrawn in that way.',
  noTextLeft: () =>
    'Readers no longer get its text, so nothing is left to stand under a notice. Choose another reason.',
  targetMissing: () => 'Make a choice.',
  targetItself: () => 'It cannot lead to itself.',
  targetUnusable: () => 'This one cannot be used: an article has to be live, an account active.',

  titleMissing: () => 'The title is missing.',
  summaryMissing: () => 'The summary is missing.',
  bodyEmpty: () => 'The body is empty.',
  categoryMissing: () => 'No category is chosen.',
  pathMissing: pathMessage,
  pathWithoutLeadingSlash: pathMessage,
  pathTooLong: pathMessage,
  pathSegmentEmpty: pathMessage,
  pathSegmentInvalid: pathMessage,
  pathSegmentMixed: pathMessage,
  pathReserved: pathMessage,
  pathTaken: ({ holder, path }) => `${path} is the address of ${holderWords(holder)}.`,
  faqFieldInvalid: ({ message, title }) => `The FAQ item “${title}”: ${message}`,
  readAlsoFieldInvalid: ({ message, title }) => `The Read Also link “${title}”: ${message}`,
  sourceUnsafe: ({ url }) => `The source’s address ${url} is no http or https address.`,
  bodyUnfit: ({ shape }) => `The text: ${shapeMessage(shape)}.`,
  pictureNotUploaded: ({ src }) =>
    `The picture ${src || 'that was pasted'} is not in the library, so readers do not get it. Put it there and choose it here, or take it out.`,
  imageMissing: () => 'An image no longer exists.',
  imageAltMissing: () => 'An image has no alternative text.',
  linkUnsafe: ({ text, url }) => `The link “${text}” leads to ${url}, which is no safe address.`,
  linkTargetMissing: ({ text }) => `The link “${text}” leads to an article that no longer exists.`,
  linkTargetNotLive: ({ text }) => `The link “${text}” leads to an article that is not live.`,

  blockUnfinished: ({ block, name }) =>
    `${inBlock(block)} “${blockFieldLabel(block, name)}” is empty. Fill it in, or take the block out.`,
  blockTargetMissing: ({ block }) => `${inBlock(block)} the article no longer exists.`,
  blockTargetNotLive: ({ block }) => `${inBlock(block)} the article is not live.`,

  questionMissing: () => 'An FAQ item has no question.',
  questionWithoutMark: (issue) =>
    `The question ${quoteTitle(issue)} does not end with a question mark.`,
  questionLong: ({ length, max }) => `The question has ${length} characters; ${max} read better.`,
  questionLeansOnContext: (issue) => `The question ${quoteTitle(issue)} is not clear on its own.`,
  answerMissing: (issue) => `The question ${quoteTitle(issue)} has no answer.`,
  answerUnfit: ({ shape, title }) => `The answer to “${title}”: ${shapeMessage(shape)}.`,
  answerOpeningLong: ({ title, words }) =>
    `The answer to “${title}” opens with ${words} words; 50 are enough.`,
  answerLong: ({ title, words, max }) =>
    `The answer to “${title}” has ${words} words; ${max} are enough.`,
  faqItemRepeated: (issue) => `The FAQ item ${quoteTitle(issue)} stands here twice.`,
  faqQuestionRepeated: (issue) => `The question ${quoteTitle(issue)} is asked twice.`,
  questionAlike: (issue) =>
    `The question ${quoteTitle(issue)} is nearly that of another FAQ item: “${issue.otherTitle}”. Use that one instead, if it is the same.`,
  faqReviewOlder: (issue) => `The answer to ${quoteTitle(issue)} was reviewed before the article.`,
  faqItemMissing: () => 'An FAQ item in the body no longer exists.',
  faqSectionEmpty: ({ heading }) => `The FAQ section “${heading}” is empty.`,

  readAlsoTitleMissing: () => 'A Read Also link has no title.',
  readAlsoTargetMissing: (issue) => `The Read Also link ${quoteTitle(issue)} leads nowhere.`,
  readAlsoUnresolved: (issue) =>
    `The Read Also link ${quoteTitle(issue)} has not found its article.`,
  readAlsoUnsafe: ({ title, url }) =>
    `The Read Also link “${title}” leads to ${url}, which is no safe address.`,
  readAlsoNotLive: (issue) => `The Read Also link ${quoteTitle(issue)} leads to what is not live.`,
  readAlsoInTrash: (issue) =>
    `The Read Also link ${quoteTitle(issue)} leads to an article in the trash; readers do not see the link until that is back and live.`,
  readAlsoItself: () => 'A Read Also link leads to this very article.',
  readAlsoRepeated: (issue) => `The Read Also link ${quoteTitle(issue)} stands here twice.`,
  readAlsoBeforeText: (issue) => `The Read Also link ${quoteTitle(issue)} stands before any text.`,
  readAlsoInARow: (issue) => `The Read Also link ${quoteTitle(issue)} follows another at once.`,
  readAlsoCrowded: (issue) =>
    `The Read Also link ${quoteTitle(issue)} is not the first in its section.`,
  readAlsoInClosing: (issue) =>
    `The Read Also link ${quoteTitle(issue)} stands in the closing words.`,
  readAlsoMissing: () => 'A Read Also link in the body no longer exists.',
  readAlsoBlockEmpty: () => 'A Read Also block in the body names no link.',
}

const inBlock = (block: BlockType): string => `In a block “${BLOCK_WORDS[block].singular}”,`

export const messageOf = (issue: PanelIssue): string =>
  (MESSAGES[issue.code] as (issue: PanelIssue) => string)(issue)
