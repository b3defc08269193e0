// Merges the changes of two people who wrote on from one version, and lists those between which an editor has to decide.
import type { RichText } from '../text/richText'
import { visibleChange } from '../articles/visibleChange'

/** The fields of one document by name, as stored. */
export type Values = Readonly<Record<string, unknown>>

/** The names of the fields in which the two differ; what no reader could see is no difference. */
export const changedFields = (names: readonly string[], before: Values, after: Values): string[] =>
  names.filter((name) => visibleChange(before, after, [name]))

export const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

export interface Meeting {
  /** Changed here. */
  mine: string[]
  /** Changed only by the other one. */
  theirs: string[]
  /** Changed by both, each in their own way. */
  contested: string[]
}

/**
 * @param base what both began from
 * @param mine as it is here now
 * @param theirs as it is stored now
 * @param unsure what was sent from here without an answer: if it is stored, then by this hand
 */
export function meet(
  names: readonly string[],
  {
    base,
    mine,
    theirs,
    unsure = {},
  }: { base: Values; mine: Values; theirs: Values; unsure?: Values },
): Meeting {
  const here = changedFields(names, base, mine)
  const there = changedFields(names, base, theirs)
  const isSettled = (name: string): boolean =>
    !visibleChange(mine, theirs, [name]) ||
    (name in unsure && !visibleChange(unsure, theirs, [name]))
  return {
    mine: here,
    theirs: there.filter((name) => !here.includes(name)),
    contested: here.filter((name) => there.includes(name) && !isSettled(name)),
  }
}

const isRichText = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && 'root' in value

const isSame = (a: unknown, b: unknown): boolean => !visibleChange({ a }, { a: b }, ['a'])

/**
 * Both texts in one: of two rich texts theirs, with each paragraph of mine that it lacks behind the one that it followed;
 * of two plain texts one after the other. Null where that makes no sense, such as for a number.
 */
export function mergeBoth(theirs: unknown, mine: unknown): unknown {
  if (typeof theirs === 'string' && typeof mine === 'string') return `${theirs}\n\n${mine}`
  if (!isRichText(theirs) || !isRichText(mine)) return null
  const children = [...theirs.root.children]
  let at = 0
  for (const node of mine.root.children) {
    const found = children.findIndex((other) => isSame(other, node))
    if (found < 0) children.splice(at, 0, node)
    at = (found < 0 ? at : found) + 1
  }
  return { ...theirs, root: { ...theirs.root, children } }
}
