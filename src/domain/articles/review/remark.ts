// Tidies and checks a remark: the words of a guest about the version that a review link shows.
import { LIMITS } from '../../access/limits'
import { textIssues, tidy, type TextIssue } from '../../text/typedText'

export interface Remark {
  /** As the guest gave it, unverified. */
  name: string
  text: string
}

/** At most this many for each link in any hour: a link that got about must not bury the editors. */
export const REMARKS_PER_HOUR = 20

export const tidyRemark = ({ name, text }: Remark): Remark => ({
  name: tidy(name),
  text: tidy(text),
})

/** @param remark tidied already */
export const remarkIssues = ({ name, text }: Remark): TextIssue[] => [
  ...textIssues('name', name, LIMITS.name),
  ...textIssues('text', text, LIMITS.note),
]
