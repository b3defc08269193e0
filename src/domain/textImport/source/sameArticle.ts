// Finds the existing article that a source belongs to, so that a changed source is a new version and never a second article.
import { stableHash } from '../../values/stableHash'
import { splitLines } from '../lines/lines'

/** What says which source it is, now or at an earlier import; the fields are named in the order in which they decide. */
export interface SourceIdentity {
  /** Its own id, as its author or its system wrote it. */
  sourceId?: string
  /** The site that it comes from, where the source or the caller says so. */
  site?: string
  /** The address that it states for itself, in one spelling; not those that only redirect to it. */
  address?: string
  /** Absolute path of the file. */
  file?: string
  /** The file's name within the imported folder; of a file that was named itself, its base name. */
  name?: string
  /** Hash of the whole text. */
  hash: string
}

/** What makes a source look like another one, and decides nothing. */
export interface SourceLooks {
  /** `titleKey` of the article's title. */
  titleKey: string
  /** `fingerprint` of its text. */
  fingerprint: readonly string[]
}

/** How a source was recognised. */
export type Sign = 'id' | 'address' | 'file' | 'text'

/** This share of the lines in common makes two texts look alike, two thirds, where it is at least so many lines. */
const ALIKE_SHARE = 2 / 3
const ALIKE_LINES = 5
/** Less than this, and a text has hardly anything in common with the other one: a third. */
const RELATED_SHARE = 1 / 3

/** A hash of each non-blank line, in order; white space within a line does not count. */
export const fingerprint = (source: string): string[] =>
  splitLines(source).map(({ text }) => stableHash(text.replace(/\s+/g, ' '), 12))

/** A bare number or a single word is given out by every site; such an id counts within its site or folder. */
const COMMON_ID = /^(?:\d+|\p{L}+)$/u

const folderOf = ({ file, name }: SourceIdentity): string | undefined =>
  name !== undefined && file?.endsWith(name)
    ? file.slice(0, file.length - name.length)
    : file?.replace(/[^/\\]+$/, '')

const equal = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b

const otherSite = (a: SourceIdentity, b: SourceIdentity): boolean =>
  a.site !== undefined && b.site !== undefined && a.site !== b.site

const sameFile = (a: SourceIdentity, b: SourceIdentity): boolean =>
  equal(a.file, b.file) || (equal(a.site, b.site) && equal(a.name, b.name))

const sameId = (a: SourceIdentity, b: SourceIdentity): boolean =>
  equal(a.sourceId, b.sourceId) &&
  !otherSite(a, b) &&
  (!COMMON_ID.test(a.sourceId ?? '') || equal(a.site, b.site) || folderOf(a) === folderOf(b))

/** What recognises a source, the strongest first. The same text is no more than the same file under another name. */
const SIGNS: readonly [Sign, (a: SourceIdentity, b: SourceIdentity) => boolean][] = [
  ['id', sameId],
  ['address', (a, b) => equal(a.address, b.address) && !otherSite(a, b)],
  ['file', sameFile],
  ['text', (a, b) => a.hash === b.hash],
]

/** Sources with an id each that is not the same are two, whatever else they share. */
const otherId = (a: SourceIdentity, b: SourceIdentity): boolean =>
  a.sourceId !== undefined && b.sourceId !== undefined && !sameId(a, b)

/**
 * The earlier import of the same source, by its own id, else by its address, else by its file, else by its whole text.
 * Neither a title nor a likeness makes two sources one.
 *
 * @param otherFiles the other files of this run: what was imported from one of them is theirs, unless the id says otherwise
 */
export function findSameSource<Earlier extends SourceIdentity>(
  source: SourceIdentity,
  earlier: readonly Earlier[],
  otherFiles: ReadonlySet<string> = new Set(),
): { earlier: Earlier; by: Sign } | undefined {
  for (const [by, isSame] of SIGNS) {
    const same = earlier.filter(
      (other) =>
        isSame(source, other) &&
        !otherId(source, other) &&
        (by === 'id' || !other.file || !otherFiles.has(other.file)),
    )
    const found = same.find((other) => sameFile(source, other)) ?? same[0]
    if (found) return { earlier: found, by }
  }
  return undefined
}

/**
 * Whether a text that is alike may well be the same source: the earlier one left no name (from standard input, or stored
 * before names were), or has the same name in another folder. Otherwise the two are known to be two.
 */
export const mayBeSameSource = (source: SourceIdentity, earlier: SourceIdentity): boolean =>
  !otherId(source, earlier) && (earlier.name === undefined || earlier.name === source.name)

/** The most alike of the earlier sources, and of equals the first; undefined when none is alike enough. */
export function findAlike<Earlier extends SourceLooks>(
  source: SourceLooks,
  earlier: readonly Earlier[],
): Earlier | undefined {
  let best: { earlier: Earlier; share: number } | undefined
  for (const other of earlier) {
    const share = sharedPart(source.fingerprint, other.fingerprint)
    const few = other.fingerprint.length * share < ALIKE_LINES
    if (share >= ALIKE_SHARE && !few && share > (best?.share ?? 0)) best = { earlier: other, share }
  }
  return best?.earlier
}

/** Whether another text has taken the place of the earlier one: another title, and hardly a line of it. */
export const isAnotherText = (source: SourceLooks, earlier: SourceLooks): boolean =>
  source.titleKey !== earlier.titleKey &&
  sharedPart(source.fingerprint, earlier.fingerprint) < RELATED_SHARE

/** The lines that both have, as a part of the longer one; a line that is in it twice counts twice. */
function sharedPart(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1)
  let shared = 0
  for (const line of b) {
    const count = left.get(line) ?? 0
    if (count > 0) shared++
    left.set(line, count - 1)
  }
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 0 : shared / longer
}
