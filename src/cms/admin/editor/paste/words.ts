// Writes the panel's messages about what a paste lost or changed.
import type { PasteLoss, PasteLossCode } from '@/domain/paste/losses'

type Words = (count: number) => string

const counted =
  (one: string, many: string, then: string): Words =>
  (count) =>
    `${count === 1 ? `1 ${one}` : `${count} ${many}`} ${then}`

const WORDS: Record<PasteLossCode, Words> = {
  picture: counted(
    'picture',
    'pictures',
    'left out, because only the address came along. To show one, download it, upload it to the media library and choose it here:',
  ),
  pictureInAnswer: counted('picture', 'pictures', 'left out: an answer holds none:'),
  block: counted('block', 'blocks', 'left out: this text holds none of that kind.'),
  embedded: counted(
    'embedded film, sound, drawing or page',
    'embedded films, sounds, drawings or pages',
    'left out. A link can take its place:',
  ),
  control: counted('form field', 'form fields', 'left out.'),
  address: counted(
    'link',
    'links',
    'made plain words, because the address may not be linked here:',
  ),
  table: counted('table', 'tables', 'made plain lines, one for each row.'),
  rule: counted('horizontal rule', 'horizontal rules', 'left out.'),
  headingLevel: counted(
    'heading',
    'headings',
    'moved to another level: this text has levels 2 and 3.',
  ),
  heading: counted('heading', 'headings', 'made plain text: there can be none in that place.'),
  quote: counted('quote', 'quotes', 'made plain text: there can be none in that place.'),
  checklist: counted('tick box', 'tick boxes', 'left out: the item stays, without its tick.'),
  deepList: counted('list', 'lists', 'made plain lines: too many lists in one another.'),
  listInQuote: counted('list', 'lists', 'in a quote made plain lines.'),
  definitionList: counted('list of terms', 'lists of terms', 'made paragraphs.'),
  code: counted('piece of code', 'pieces of code', 'made plain text.'),
  underline: counted('underlining', 'underlinings', 'left out.'),
  strikethrough: counted(
    'text that was struck through',
    'texts that were struck through',
    'shown without the line: is it still meant?',
  ),
  script: counted(
    'raised or lowered text',
    'raised or lowered texts',
    'put on the line: look at powers and footnotes.',
  ),
  colour: counted('colour or highlight', 'colours or highlights', 'left out.'),
  alignment: counted('alignment', 'alignments', 'left out.'),
}

/** Such as `2 tables made plain lines, one for each row.` */
export const lossWords = ({ code, count }: PasteLoss): string => WORDS[code](count)

export const addressWords = (address: string): string => address || 'one without an address'
