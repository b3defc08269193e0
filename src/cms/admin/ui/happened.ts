// Says what an event of the record did, in words that follow the name of its account.
import type { WorkflowEvent } from '@/payload-types'
import { dateWords } from '../../wording/dates'
import { EVENT_WORDS } from '../../wording/workflow'

type Recorded = Pick<WorkflowEvent, 'at' | 'fourEyesOff' | 'reason' | 'what'>

/** Such as `withdrew it (notice)`. */
export const happenedWords = (
  { at, fourEyesOff, reason, what }: Recorded,
  timeZone: string,
): string =>
  [
    EVENT_WORDS[what].past,
    at ? ` for ${dateWords(at, timeZone)}` : '',
    reason ? ` (${reason})` : '',
    fourEyesOff ? ', with four eyes switched off' : '',
  ].join('')
