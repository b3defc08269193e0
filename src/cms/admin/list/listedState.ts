// Tells in one cell of a list how far a document is: both what readers get and the state of the working version.
import type { ListedState } from '@/cms/workflow/overview/states'
import { visibilityOf, type WorkflowFields } from '@/domain/workflow/subject'
import { STATE_WORDS } from '../../wording/workflow'

export interface ListedWords {
  words: string
  /** Which look of workflow.css it has. */
  look: string
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Empty where the state of the working version says it already. */
function readersWords(row: ListedState): string {
  const now = visibilityOf(row as Pick<WorkflowFields, 'live' | 'withdrawal'>)
  if (now === 'never' || row.state === 'published') return ''
  if (now === 'live') return 'live, next version: '
  return row.state === 'withdrawn' ? '' : `withdrawn (${now}), next version: `
}

function troubleOf({ forced, scheduleFailure, state }: ListedState): string {
  if (state === 'published' && forced) return ', not approved so far'
  return state === 'scheduled' && scheduleFailure ? ', could not be published' : ''
}

/** Such as `Live, next version: in review`. */
export function listedWords(row: ListedState): ListedWords {
  const trouble = troubleOf(row)
  const reason = row.state === 'withdrawn' ? ` (${visibilityOf(row as WorkflowFields)})` : ''
  return {
    words: capital(readersWords(row) + STATE_WORDS[row.state] + reason + trouble),
    look: trouble ? 'trouble' : row.state,
  }
}
