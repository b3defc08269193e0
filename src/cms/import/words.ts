// Writes the importer's messages to the operator or editor who imports, in sentences.
import type { SourceDates } from '@/cms/records/sourceDates'
import { LIMITS } from '@/domain/access/limits'
import type { Holder } from '@/domain/textImport/source/holding'
import type { FrontMatter } from '@/domain/textImport/importedArticle'
import type { ReadDates } from '@/domain/textImport/source/sourceDate'
import type { Edited, LookAlike } from './knownSources'

const day = (instant: string): string => instant.slice(0, 10)

const WHY: Record<LookAlike['why'], string> = {
  title: 'has the same title',
  text: 'has most of its lines in common with it',
}

export const looksLike = ({ id, title, why }: LookAlike): string =>
  `It looks like article ${id}, "${title}", which ${WHY[why]}; to make it a version of that, import it with --version-of ${id}.`

/** Why a source that was to be published is not. */
const HELD: Record<Holder, string> = {
  titleProposed:
    'its title was only proposed. Give one in the source or with --title, or accept it with --accept-proposals.',
  maybeSame:
    'it may be a new version of an article that is there already. To publish it beside that one, import it again.',
  anotherText:
    'it is another text than the one imported from this file before. Import it again to publish it in place of that one, or give the file a name of its own.',
  draft: 'the source says that it is a draft.',
  future:
    'the source gives a date of publication that has not come. Import it again then, or schedule it in the panel.',
  expired: 'the source says that it has expired.',
  scheduled: 'it is on the schedule. Take it off the schedule in the panel first.',
}

/** What was saved, where it was: as a draft of its own, or as the next version of what readers go on getting. */
export type SavedAs = 'draft' | 'next version' | 'nothing'

const SAVED: Record<SavedAs, string> = {
  draft: 'Saved as a draft, not published',
  'next version': 'Saved as the next version, not published',
  nothing: 'Not published',
}

/** @param said what the source says of its standing, such as `draft: true` */
export const notPublished = (why: Holder, saved: SavedAs, said?: string): string =>
  `${SAVED[saved]}: ${why === 'draft' && said ? `the source says "${said}".` : HELD[why]}`

/** The refusal to lay a source over what an editor has written here, with both ways on. */
export const editedSince = (what: string, { name, at }: Edited): string =>
  `${what} was edited here by ${name} on ${day(at)}, so nothing was changed. ` +
  'Import it again with --overwrite to put the source in place of that text, which stays in the history, ' +
  'or with --keep-edits to leave what was edited as it is.'

/** Of a source that was imported before, and edited since, and that says nothing new. */
export const editedNotPublished = (what: string, { name, at }: Edited): string =>
  `${what} was edited here by ${name} on ${day(at)}: it is published in the panel.`

export const onSchedule = (what: string): string =>
  `${what} is on the schedule and cannot be changed. Take it off the schedule in the panel, and import again.`

export const leftBehind = ({ id, title }: { id: number; title: string }): string =>
  `This source was article ${id}, "${title}", before, which stays as it is and is no version of it any longer.`

/** @param holder who has the address; undefined where it is the site's own */
export const addressTaken = (path: string, holder: string | undefined, own: string): string =>
  `${path} is ${holder ? `the address of ${holder}` : 'reserved for the site itself'}, so this one has ${own}; ` +
  'state another as "path" in the source.'

export const keptEdits = (what: string, { name, at }: Edited): string =>
  `${what} was left as ${name} edited it on ${day(at)}; what the source says instead was not taken over.`

export function askedElsewhere(question: string, titles: string[], own: string): string {
  const [first] = titles
  const where = first === undefined ? 'elsewhere' : `in "${first}"`
  return `"${question}" is asked ${where} with another answer; this article shows its own, at ${own}.`
}

export const answerWithdrawn = (question: string): string =>
  `"${question}" with this answer was withdrawn here, so readers do not get it: an editor can publish it again.`

/** For the record. */
export function imported({ publishedAt, modifiedAt }: SourceDates): string {
  const dates = [
    publishedAt && `published there on ${day(publishedAt)}`,
    modifiedAt && `changed there on ${day(modifiedAt)}`,
  ].filter(Boolean)
  return dates.length > 0 ? `imported; ${dates.join(', ')}` : 'imported'
}

/** What the source says and has no place here; a date that is over decides, one that has not come is only told. */
export function notTaken(
  keys: readonly string[],
  { modifiedAt, expires }: FrontMatter,
  dates: ReadDates,
): string[] {
  const notices: string[] = []
  if (keys.length > 0)
    notices.push(`Not taken over from the front matter: ${[...new Set(keys)].join(', ')}.`)
  if (modifiedAt && !dates.modifiedAt)
    notices.push(
      `A change of ${modifiedAt} is before the publication or has not come; it was not taken over.`,
    )
  if (expires && dates.standing !== 'expired')
    notices.push(`The source ends on ${expires}; nothing here withdraws it then.`)
  return notices
}

export const liveDraft = (said: string): string =>
  `The source says "${said}", and the article is live: an editor can withdraw it.`

export const categoriesAsTopics = (category: string, others: readonly string[]): string =>
  `An article has one category, "${category}"; as topics it has ${others.map((name) => `"${name}"`).join(', ')}.`

export const tooLongToTake = (name: string, limit: number): string =>
  `The ${name} for search engines has more than ${limit} characters and was not taken over.`

export const slugNotTaken = (meant: string, path: string): string =>
  `The source wants ${meant}; the article stays at ${path}. State "path: ${meant}" to move it.`

export const severalTitled = (title: string, path: string): string =>
  `Several articles have the title "${title}"; the Read Also line leads to ${path}.`

/** Why a picture that a source names is not taken over, and what to do. */
export const IMAGE_FAULTS = {
  noAlt: 'it has no alternative text. Write what it shows as "image_alt".',
  altTooLong: `its alternative text has more than ${LIMITS.alt} characters. Shorten it.`,
  noFolder: 'a text from standard input is in no folder. Import it as a file.',
  address:
    'it is an address, and nothing is fetched. Put the file beside the text, and write its path from there.',
  outside: 'it is outside of the folder of the text. Put it beside the text, or below that folder.',
  missing: 'there is no such file. Write its path from the folder of the text.',
  unreadable: 'it is no file that can be read, or an empty one. Put the picture there.',
  tooLarge: 'an image has at most 10 MB. Make it smaller.',
} as const

export type ImageFault = keyof typeof IMAGE_FAULTS

export const imageNotTaken = (line: number | undefined, written: string, why: string): string =>
  `${line === undefined ? 'The' : `Line ${line}: the`} picture "${written}" was not taken over: ${why}`

export const altKept = (alt: string): string =>
  `The picture is here already, as "${alt}"; another alternative text is written in the panel.`
