// Finds marks of a source (Markdown, HTML, templates, wiki text), which no reader should see, in a text that is to be
// shown as it is.

/** What was found: what it marks, the text of the mark, and its offset. */
export interface SourceMark {
  kind: SourceMarkKind
  text: string
  at: number
}

export type SourceMarkKind = keyof typeof SOURCE_MARKS

/** A mark that opens stands before a word, one that closes behind it, or it is a sign of multiplication or a footnote's. */
const FIRST = `[\\p{L}\\p{N}"“„‘'«(\\[\`$<&!+#~@€£]`
const LAST = `[\\p{L}\\p{N}\\p{M}.,;:!?…"”’'»)\\]\`%>~+$€£–—-]`

/** A letter of a script that puts spaces between words. */
const LETTER =
  '(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}])[\\p{L}\\p{N}]'

/** The text between two marks, which no letter or digit of another word touches. */
const between = (mark: string, sign: string): string =>
  `(?<!${LETTER}|[\\\\${sign}])${mark}(?=${FIRST})[^${sign}\\n]{0,600}?(?<=${LAST})${mark}(?!${LETTER}|${mark})`

/** Italic may stand in bold, and bold in italic, so `*` may be among what is marked. */
const BOLD = `(?<!${LETTER}|[\\\\*])\\*{2,3}(?=\\*?${FIRST})[^\\n]{0,600}?(?<=${LAST}\\*?)\\*{2,3}(?!${LETTER}|\\*)`

const HTML_NAMES =
  'abbr|address|article|aside|audio|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|' +
  'dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|ins|kbd|label|' +
  'li|link|main|mark|meta|nav|nobr|nowiki|object|ol|option|picture|pre|ref|references|samp|script|section|select|small|' +
  'source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|track|tt|ul|' +
  'var|video|wbr|[abipqsu]'

const ATTRIBUTE = `\\s+[\\w:@.-]+\\s*=\\s*(?:["'“”{][^<>]*|[^\\s<>"']+)`

const HTML_ENTITIES =
  'amp|lt|gt|quot|apos|nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|lrm|rlm|copy|reg|trade|hellip|mdash|ndash|[lrsb](?:s|d)quo|' +
  '[lr]aquo|bull|middot|times|divide|minus|deg|plusmn|micro|frac\\d\\d|sup[123]|half|euro|pound|yen|cent|sect|para|iexcl|' +
  'iquest|szlig|[lr]arr|[ud]arr|check|hearts|dagger|permil|prime|[a-z]{1,2}(?:acute|grave|circ|uml|tilde|ring|cedil|slash|lig|caron)'

/** Shortcodes that say what they are without an attribute. */
const SHORTCODES =
  'caption|gallery|embed|audio|video|playlist|toc|more|nextpage|youtube|wpforms|adsense|quote|code'

const ADMONITIONS =
  'note|tip|info|hint|warning|danger|caution|important|attention|abstract|example|question|success|failure|error|bug|quote'

/** By kind: the patterns of its marks. All of them are bounded, so that no text takes long. */
const SOURCE_MARKS = {
  bold: [BOLD, between('__', '_')],
  italic: [
    between('\\*', '*'),
    '(?<![\\p{L}\\p{N}\\\\_])_(?=' +
      FIRST +
      ')[^_\\n]{0,600}?(?<=' +
      LAST +
      ')_(?![\\p{L}\\p{N}_])',
  ],
  'strikethrough or highlight': [between('~~', '~'), between('==', '=')],
  'raised or lowered text': [
    '(?<=[\\p{L}\\p{N})])\\^[\\p{L}\\p{N}+-]{1,8}\\^',
    '(?<=\\p{L})~\\p{N}{1,3}~',
  ],
  image: [
    '!\\[[^\\[\\]\\n]{0,300}\\](?:\\([^()\\n]{0,600}\\)|\\[[^\\[\\]\\n]{0,100}\\])',
    '!\\[\\[[^\\[\\]\\n]{1,300}\\]\\]',
  ],
  link: [
    '(?<![\\p{L}\\p{N}\\])!])\\[[^\\[\\]\\n]{1,400}\\]\\((?:<[^<>\\n]{0,600}>|[^\\s()]{0,600}(?:\\([^\\s()]{0,200}\\)[^\\s()]{0,200})?)(?:\\s+["\'“(][^\\n()]{0,200})?\\)',
    '(?<![\\p{L}\\p{N}\\])!])\\[(?=[^\\]]{0,99}\\p{L})[^\\[\\]\\n]{1,300}\\]\\[[^\\[\\]\\n]{0,100}\\]',
    '^\\[[^\\[\\]^\\n]{1,100}\\]:\\s*(?:https?:|mailto:|[/#<.]|www\\.)\\S*',
    '<(?:https?://|mailto:)[^\\s<>]{1,600}>',
    '"[^"\\n]{1,200}":https?://\\S{1,300}',
  ],
  'link of a wiki': [
    '(?<![\\p{L}\\p{N}!])\\[\\[[^\\[\\]\\n]{1,300}\\](?:\\[[^\\[\\]\\n]{1,300}\\])?\\]',
    '(?<![\\p{L}\\p{N}])\\[https?://\\S{1,300}\\s[^\\[\\]\\n]{1,300}\\]',
  ],
  'bold or italic of a wiki': [
    "(?<![\\p{L}\\p{N}'])'{2,5}(?=[^\\s'])[^'\\n]{1,300}(?:'[^'\\n]{1,200}){0,5}(?<=[^\\s'])'{2,5}(?![\\p{L}\\p{N}'])",
  ],
  heading: [
    '^#{2,6}\\s+\\S',
    '^={2,6}\\s[^\\n=]{1,200}\\s={2,6}$',
    '^h[1-6]\\.\\s+\\S',
    '\\s\\{(?:[#.:]\\s?[\\w.#-][^{}\\n]{0,100})\\}$',
  ],
  quotation: ['^>+\\s?(?=[\\p{Lu}"“„‘\'*_\\[>(#!-])', '^bq\\.\\s+\\S'],
  notice: [
    '(?:^|\\s):::+\\s*\\{?\\w*',
    `^(?:!!!|\\?\\?\\?\\+?)\\s+(?:${ADMONITIONS})\\b`,
    `^\\[!(?:${ADMONITIONS})\\]`,
    '^\\.\\.\\s+[\\w-]+::',
  ],
  table: [
    '(?:^|\\s|\\|)\\s?:?-{3,}:?\\s*\\|',
    '\\|\\s*:?-{3,}:?(?=\\s|\\||$)',
    '^\\|[^|\\n]{0,500}\\|',
    '\\+-{3,}\\+',
    '^\\{\\|',
  ],
  code: [
    '(?<!`)`(?=[^\\s`])[^`\\n]{0,600}(?<=[^\\s`])`(?!`)',
    '``+(?=\\S)[^\\n]{0,600}?``+',
    '(?:^|\\s)`{3,}',
    '(?:^|\\s)~{3,}\\s?\\w*',
  ],
  HTML: [
    `</?(?:${HTML_NAMES})\\s*/?>`,
    `<[A-Za-z][\\w:.-]{0,60}${ATTRIBUTE}[^<>]{0,2000}>`,
    '</[A-Za-z][\\w:.-]{0,60}\\s*>',
    '<[A-Za-z][\\w:.-]{0,60}\\s*/>',
    '<(?:video|audio|details|iframe|script|input|dialog)\\s[^<>]{0,600}>',
    '<!--|<!\\[CDATA\\[|<!doctype\\b|<[?%](?:php|xml|=|[-\\s])',
  ],
  'HTML character': [`&(?:${HTML_ENTITIES});`, '&#(?:\\d{2,7}|x[\\da-f]{2,6});'],
  'template or shortcode': [
    '\\{\\{[^{}\\n]{1,600}\\}\\}',
    '\\{\\{[<%]',
    '\\{%[^%\\n]{0,600}%\\}',
    '\\{#\\s[^#\\n]{0,300}\\s#\\}',
    '\\[/[a-z][\\w-]{0,40}\\]',
    '\\[[a-z][\\w-]{0,40}\\s+[\\w-]{1,40}=[^\\[\\]\\n]{0,600}\\]',
    `\\[(?:${SHORTCODES})\\]`,
  ],
  footnote: ['\\[\\^[^\\[\\]\\s]{1,60}\\]', '\\^\\[[^\\[\\]\\n]{1,600}\\]'],
  task: ['^\\[[ xX]\\]\\s+\\S'],
  formula: [
    '\\$\\$[^$\\n]{1,600}\\$\\$',
    '\\\\(?:frac|sqrt|sum|int|cdot|mathrm|mathbf|begin|end|text)(?![a-z])',
    '\\\\[(\\[][^\\n]{1,300}?\\\\[)\\]]',
  ],
  'escaped sign or hard line break': [
    '(?<![¯\\\\\\w])\\\\[*_`\\[\\]#~<>&|!{}+.-]',
    '(?<=\\w)\\\\[*_`\\[\\]#~&|]',
    '(?<=[\\p{L}\\p{N}.,;!?)”"’])(?<![A-Z]:)\\\\(?=\\s|$)',
  ],
  emoji: [
    '(?<![\\p{L}\\p{N}:]):(?:[a-z]+(?:_[a-z]+)+|smile|heart|fire|rocket|tada|star|warning|wink|joy|eyes|bulb|memo|\\+1|-1):(?![\\p{L}\\p{N}:])',
  ],
} as const satisfies Record<string, readonly string[]>

/** Without one of these signs a text has no mark of the kind: most texts have none of most, and are long. */
const SIGNS: Readonly<Record<SourceMarkKind, string>> = {
  bold: '*_',
  italic: '*_',
  'strikethrough or highlight': '~=',
  'raised or lowered text': '^~',
  image: '!',
  link: '[<"',
  'link of a wiki': '[',
  'bold or italic of a wiki': "'",
  heading: '#={.',
  quotation: '>.',
  notice: ':!?.[',
  table: '|+',
  code: '`~',
  HTML: '<',
  'HTML character': '&',
  'template or shortcode': '{[',
  footnote: '^',
  task: '[',
  formula: '$\\',
  'escaped sign or hard line break': '\\',
  emoji: ':',
}

const PATTERNS = Object.entries(SOURCE_MARKS).map(([kind, patterns]) => ({
  kind: kind as SourceMarkKind,
  pattern: new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'giu'),
}))

/**
 * The marks in one text (a paragraph, heading, item …), in its order; of two that overlap, the one that begins first.
 * Ordinary prose has none: "2 * 3 * 4", snake_case, "a < b", "AT&T", [sic].
 */
export function findSourceMarks(text: string): SourceMark[] {
  const possible = PATTERNS.filter(({ kind }) =>
    [...SIGNS[kind]].some((sign) => text.includes(sign)),
  )
  const found = possible
    .flatMap(({ kind, pattern }) =>
      [...text.matchAll(pattern)].map((match): SourceMark => {
        const blanks = match[0].length - match[0].trimStart().length
        return { kind, text: match[0].trim(), at: match.index + blanks }
      }),
    )
    .sort((a, b) => a.at - b.at || b.text.length - a.text.length)
  let end = 0
  return found.filter(({ at, text }) => {
    if (at < end) return false
    end = at + text.length
    return true
  })
}
