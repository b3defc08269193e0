// Lists the marks an author may type, as tables. Everything else is ordinary text.
import type { FrontMatter } from '../importedArticle'

/** Lengths, in characters, up to which a line may be more than ordinary text. */
export const LINE_LIMITS = {
  /** A short line: a heading or title when it has no closing punctuation. */
  short: 120,
  /** A FAQ question of more than one sentence, e.g. "My knee clicks. Is that bad?" */
  longQuestion: 150,
  /** A title with an address and marks around them, a list of topics: what is longer is not looked into. */
  titleAndUrl: 3000,
} as const

/**
 * The words before a Read Also title. After those in `unsure`, which also begin ordinary sentences ("Related: it is
 * the same with shoes."), the rest must look like a title: short, one phrase, no full stop.
 */
export const READ_ALSO_WORDS = {
  sure: [
    'read also',
    'also read',
    'read next',
    'read this next',
    'you may also like',
    'you might also like',
    'related articles?',
    'related posts?',
    'related stor(?:y|ies)',
    'related reading',
    'related links?',
    'recommended reading',
    'further reading',
  ],
  unsure: ['read more', 'see also', 'related', 'more on this'],
} as const

/** Headings with a meaning of their own. `about`: what the article is about may follow ("FAQs about Sleep"). */
export const NAMED_HEADINGS = [
  {
    name: 'faq',
    about: true,
    words: [
      'people (?:also|often|frequently) ask(?:ed)?(?: questions?)?',
      "(?:the )?(?:faq(?:'?s)?|f\\.a\\.q\\.?(?:s\\.?)?)(?: section)?",
      'frequently asked questions?(?:\\s+\\(faqs?\\))?',
      'common(?:ly asked)? questions(?: (?:and|&) answers)?',
      'questions? (?:and|&|\\+) answers?',
      'q\\s?(?:&|\\+|and)\\s?as?',
      'your questions,? answered',
    ],
  },
  {
    name: 'closing',
    about: true,
    words: [
      'final (?:words?|thoughts?|takeaways?)',
      '(?:in )?conclusions?',
      '(?:in )?summary',
      'to sum (?:it )?up',
      'summing (?:it )?up',
      '(?:the )?bottom line',
      '(?:the |key |main )?take-?aways?',
      'wrapping (?:it )?up',
      'wrap[ -]up',
      '(?:closing|concluding|parting|last) (?:words?|thoughts?|remarks?)',
      'when to (?:see|call|visit|contact) (?:a|your) (?:doctor|gp|physiotherapist|physical therapist|professional)',
      'when to (?:get|seek) (?:medical |professional )?(?:help|advice|care)',
    ],
  },
  {
    name: 'sources',
    about: false,
    words: [
      '(?:sources?|references?|bibliography|citations?|works cited)',
      '(?:sources|references) and (?:references|sources|further reading)',
    ],
  },
] as const

export type HeadingName = (typeof NAMED_HEADINGS)[number]['name']

const ABOUT =
  '(?:\\s*[:–—―|]\\s*\\S.*|\\s+-\\s+\\S.*|\\s+(?:about|on|for|regarding|around|with)\\s+\\S.*)?'

/** `whole`: the words alone. `pattern`: also what they are about. A heading's colon does not count as closing punctuation. */
export const NAMED_HEADING_PATTERNS = NAMED_HEADINGS.map(({ name, about, words }) => ({
  name,
  whole: new RegExp(`^(?:${words.join('|')})$`, 'iu'),
  pattern: new RegExp(`^(?:${words.join('|')})${about ? ABOUT : ''}\\s*:?$`, 'iu'),
}))

const words = (list: readonly string[]): string => list.join('|').replaceAll(' ', '\\s+')

/** Groups: 1 the words, 2 what follows them. Bullets and emphasis may come before; a colon or dash must follow. */
export const READ_ALSO = new RegExp(
  `^[\\p{So}\\p{Sm}*_+•‣◦▪●·»-]{0,6}\\s*[*_]{0,3}(${words(READ_ALSO_WORDS.sure)}|${words(READ_ALSO_WORDS.unsure)})` +
    `[*_]{0,3}\\s*(?:[:–—―|»›→➔➜▶►]|-+(?=\\s|$))[*_\\s]*(.*)$`,
  'isu',
)
export const UNSURE_READ_ALSO = new RegExp(`^(?:${words(READ_ALSO_WORDS.unsure)})$`, 'iu')

/** The mark before a list item. Groups: 1 a bullet, 2 a number. */
export const LIST_MARK = /^(?:([-*+•‣◦▪●·])|(\d{1,3})[.)])\s+/u

/** Three or more of the same few signs, with or without spaces: a line that only separates. */
export const SEPARATOR = /^(?:[-*_=—–•·⁂#]\s*){3,}$/u

/** `~~~`, on the first line also with a word behind it. */
export const FENCE = /^~{3,}\s*(\w*)$/u

/** The mark before a FAQ question: `Q:`, `Q1.`, `Question 2:`, `3.`, `4)`. */
export const QUESTION_MARK = /^[*_]{0,2}q(?:uestion)?\s?\d{0,3}\s?[.:)：．）][*_]{0,2}\s*/iu
export const QUESTION_NUMBER = /^(?:\(?\d{1,3}[.)]|[-*+•‣◦▪●·])\s+/u

/** The mark before an answer. `A.` and `A)` count only where the question was marked as well. */
export const ANSWER_MARK = /^[*_]{0,2}a(?:ns|nswer)?\s?\d{0,3}\s?[:：][*_]{0,2}\s*/iu
export const MARKED_ANSWER = /^[*_]{0,2}a(?:ns|nswer)?\s?\d{0,3}\s?[.:)：．）][*_]{0,2}\s*/iu

/** A number in brackets before a source. */
export const SOURCE_MARK = /^\[\d{1,3}\]\s+/u

/** Punctuation that ends a sentence or introduces the next line: such a line is no heading. */
export const CLOSING_PUNCTUATION = /[.!?…:;,。！？：；，،؟—–-]["'”’»)\]]*$/u
export const QUESTION_END = /[?？؟]["'”’»)\]*_]*$/u

/** Abbreviations whose full stop ends no sentence. */
export const ABBREVIATION =
  /(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|No|e\.g|i\.e|etc|approx|\p{Lu})\.$/u

/** Lines that are never a heading: HTML, tables, code, quotes, images, links and bare addresses. */
export const NEVER_HEADING = /^(?:[<|`>]|!\[|\[.*\]\(|https?:|www\.)/isu

/** Fields of the front matter by their key, in lower case without spaces, hyphens and underscores. */
export const FRONT_MATTER_FIELDS: ReadonlyMap<string, keyof FrontMatter> = new Map([
  ['title', 'title'],
  ['headline', 'title'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['by', 'authors'],
  ['category', 'category'],
  ['categories', 'categories'],
  ['topic', 'topics'],
  ['topics', 'topics'],
  ['tag', 'topics'],
  ['tags', 'topics'],
  ['keyword', 'keywords'],
  ['keywords', 'keywords'],
  // Pictures have more keys, in frontMatterImage.ts.
  ['image', 'image'],
  ['imagealt', 'imageAlt'],
  ['summary', 'summary'],
  ['excerpt', 'summary'],
  ['customexcerpt', 'summary'],
  ['description', 'description'],
  ['path', 'path'],
  ['id', 'sourceId'],
  ['guid', 'sourceId'],
  ['uuid', 'sourceId'],
  ['site', 'site'],
  ['slug', 'slug'],
  ['draft', 'draft'],
  ['isdraft', 'draft'],
  ['published', 'published'],
  ['publish', 'published'],
  ['ispublished', 'published'],
  ['status', 'status'],
  ['poststatus', 'status'],
  ['visibility', 'visibility'],
  ['hidden', 'hidden'],
  ['private', 'hidden'],
  ['unlisted', 'hidden'],
  // When it was published, else its date, else when it was made: systems that have several mean them so.
  ['publishedat', 'publishedAt'],
  ['publishedon', 'publishedAt'],
  ['publishdate', 'publishedAt'],
  ['pubdate', 'publishedAt'],
  ['datepublished', 'publishedAt'],
  ['publicationdate', 'publishedAt'],
  ['postdate', 'publishedAt'],
  ['date', 'date'],
  ['created', 'createdAt'],
  ['createdat', 'createdAt'],
  ['datecreated', 'createdAt'],
  ['lastmod', 'modifiedAt'],
  ['lastmodified', 'modifiedAt'],
  ['lastmodifiedat', 'modifiedAt'],
  ['modified', 'modifiedAt'],
  ['modifiedat', 'modifiedAt'],
  ['modifieddate', 'modifiedAt'],
  ['datemodified', 'modifiedAt'],
  ['updated', 'modifiedAt'],
  ['updatedat', 'modifiedAt'],
  ['updatedon', 'modifiedAt'],
  ['updateddate', 'modifiedAt'],
  ['lastupdated', 'modifiedAt'],
  ['expirydate', 'expires'],
  ['noindex', 'noindex'],
  ['robots', 'robots'],
  ['seotitle', 'seoTitle'],
  ['metatitle', 'seoTitle'],
  ['seodescription', 'seoDescription'],
  ['metadescription', 'seoDescription'],
  // Jekyll, Hugo and jekyll-redirect-from.
  ['permalink', 'formerPaths'],
  ['url', 'formerPaths'],
  ['aliases', 'formerPaths'],
  ['redirectfrom', 'formerPaths'],
  ['reviewer', 'reviewer'],
  ['reviewedby', 'reviewer'],
  ['medicallyreviewedby', 'reviewer'],
  ['reviewed', 'lastReviewed'],
  ['reviewedon', 'lastReviewed'],
  ['lastreviewed', 'lastReviewed'],
])

/** Group 1 is the key. */
export const FRONT_MATTER_KEY = /^(\p{L}[\p{L}\p{N} _-]{0,40}):(?=\s|$)/u

/** Words that a proposed title neither begins nor ends with, and that do not count when headings are compared. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all an and any are as at be been before best but by can causes could did do does for from get ' +
    'had has have how i if in into is it its long many may more most much my need no not of often on or our should ' +
    'so than that the their them there these they this to tips until was we were what when where which while who ' +
    'why will with without would yes you your'
  ).split(' '),
)

/** Words that a title writes in lower case, except as its first. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and as at but by for from in into nor of on or the to with'.split(' '),
)
