// Writes the panel's messages about saving, about newer versions and about who else is there.
import { dateWords } from '../../wording/dates'
import { messageOf } from '../../wording/issues'
import type { Newer, Present } from './contract'
import type { SaveState } from './saving'

const dayIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeZone }).format(instant)

/** Such as `14:02`; with its day when that is another one. */
export function momentWords(at: string, timeZone: string, now = new Date()): string {
  const instant = new Date(at)
  if (dayIn(timeZone, instant) !== dayIn(timeZone, now)) return dateWords(at, timeZone)
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(instant)
}

/** Such as `Anna saved a newer version at 14:02`. */
export function newerWords({ at, by }: Newer, account: unknown, timeZone: string): string {
  const who = by === null ? 'A command' : by.id === account ? 'You' : by.name
  const where = by?.id === account ? ', in another window' : ''
  return `${who} saved a newer version at ${momentWords(at, timeZone)}${where}`
}

/** Such as `Anna has this open, since 14:02; last change 14:05.` */
export function presentWords({ changed, name, own, since }: Present, timeZone: string): string {
  const who = own ? 'You have this open in another window' : `${name} has this open`
  const last = changed ? `; last change ${momentWords(changed, timeZone)}` : ''
  return `${who}, since ${momentWords(since, timeZone)}${last}.`
}

const KEPT = 'Kept here'
const UNKEPT = 'Leave this page open, for this browser cannot keep it'

/** The line about saving; empty while there is nothing to say. */
export function saveWords(
  state: SaveState,
  { keeps, account, timeZone }: { keeps: boolean; account: unknown; timeZone: string },
): string {
  const kept = keeps ? KEPT : UNKEPT
  switch (state.is) {
    case 'idle':
      return ''
    case 'saving':
      return 'Saving …'
    case 'slow':
      return `Not saved yet. ${kept}, still trying.`
    case 'saved':
      return state.beside && state.beside.by?.id !== account
        ? `Saved. ${newerWords(state.beside, account, timeZone)}, in other fields: both are kept.`
        : 'Saved.'
    case 'failed':
      return state.signedOut
        ? `Not saved. ${kept}: sign in again in another tab, and it is saved from here.`
        : `Not saved. ${kept}, trying again.`
    case 'refused': {
      const reasons = state.issues.length > 0 ? state.issues.map(messageOf) : state.messages
      return `Not saved: ${reasons.join(' ')} ${kept}.`
    }
    case 'stale':
      return `Not saved: ${newerWords(state.conflict.newer, account, timeZone)}. Nothing of yours is lost.`
  }
}
