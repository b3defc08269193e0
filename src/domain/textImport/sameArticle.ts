// Which existing article a source belongs to, so that a changed source is a new version and never a second article.
import { stableHash } from '../stableHash'
import { splitLines } from './lines'

/** What is known of a source, now or from an earlier import. */
export interface SourceIdentity {
  /** `titleKey` of the article's title. */
  titleKey: string
  /** The file it came from, always written in the same way. */
  file?: string
  /** `fingerprint` of its text. */
  fingerprint?: readonly string[]
}

/** From the same file, this share of the lines in common is enough: a third. */
const SAME_FILE_SHARE = 1 / 3
/** From another file: two thirds. */
const OTHER_FILE_SHARE = 2 / 3

/** A hash of each non-blank line, in order; white space within a line does not count. */
export const fingerprint = (source: string): string[] =>
  splitLines(source).map(({ text }) => stableHash(text.replace(/\s+/g, ' '), 12))

/**
 * The existing article that the imported one is a version of: that of the same title, else the most alike one from the
 * same file, else the most alike one of all; null when none is alike enough.
 */
export function findSameArticle<Id>(
  imported: SourceIdentity,
  existing: readonly (SourceIdentity & { id: Id })[],
): Id | null {
  const sameTitle = existing.find(
    ({ titleKey }) => titleKey !== '' && titleKey === imported.titleKey,
  )
  if (sameTitle) return sameTitle.id
  const fromFile = existing.filter(({ file }) => file !== undefined && file === imported.file)
  return (
    mostAlike(imported, fromFile, SAME_FILE_SHARE) ??
    mostAlike(imported, existing, OTHER_FILE_SHARE)
  )
}

function mostAlike<Id>(
  imported: SourceIdentity,
  existing: readonly (SourceIdentity & { id: Id })[],
  least: number,
): Id | null {
  const lines = imported.fingerprint ?? []
  let best: { id: Id; share: number } | null = null
  for (const { id, fingerprint = [] } of existing) {
    const share = sharedPart(lines, fingerprint)
    if (share >= least && share > (best?.share ?? 0)) best = { id, share }
  }
  return best && best.id
}

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
