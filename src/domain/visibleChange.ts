// Whether two versions of a document differ in what a reader sees: only then does its "updated" date move.
import { showsSame } from './canonical'
import { SHOWN_FIELDS, type ShownKind } from './shownFields'

/** Search titles, paths and flags are about the page, not on it, and do not count. */
export const visibleChange = (
  kind: ShownKind,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean =>
  SHOWN_FIELDS[kind].some(
    ({ name, where }) => where === 'page' && !showsSame(before[name], after[name]),
  )
