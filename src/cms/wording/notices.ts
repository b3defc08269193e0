// Writes the sentence of a notice, for the panel and as the subject of a mail.
import { KIND_WORDS } from '@/cms/wording/workflow'
import type { Occasion } from '@/domain/workflow/notices'
import type { Kind } from '@/domain/workflow/subject'

type Sentence = (by: string, title: string, date: string | null) => string

const SENTENCES: Record<Occasion, Sentence> = {
  submit: (by, title) => `${by} submitted ${title} for review`,
  recall: (by, title) => `${by} recalled ${title}`,
  requestChanges: (by, title) => `${by} requested changes to ${title}`,
  approveAsExpert: (by, title) => `${by} approved ${title} as an expert`,
  approve: (by, title) => `${by} approved ${title}`,
  schedule: (by, title, date) => `${by} scheduled ${title}${date ? ` for ${date}` : ''}`,
  unschedule: (by, title) => `${by} took ${title} off the schedule`,
  publish: (by, title) => `${by} published ${title}`,
  unpublish: (by, title) => `${by} withdrew ${title}`,
  forcePublish: (by, title) => `${by} published ${title} without approval`,
  approveAfterwardsAsExpert: (by, title) => `${by} approved ${title} as an expert, afterwards`,
  approveAfterwards: (by, title) => `${by} approved ${title} afterwards`,
  assign: (by, title) => `${by} assigned ${title} to you`,
  discard: (by, title) => `${by} discarded the changes to ${title}`,
  takeAway: (by, title) => `${by} took ${title} over from you`,
  scheduleFailed: (_, title) => `${title} could not be published on schedule`,
  comment: (by, title) => `${by} commented on ${title}`,
  remark: (_, title) => `A guest commented on ${title}`,
}

/** Who acts without an account. */
const nobody = (occasion: Occasion): string =>
  occasion === 'publish' ? 'The schedule' : 'A command on the server'

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

export interface Happening {
  occasion: Occasion
  kind: Kind
  /** The name of the account that did it; null for the clock and for a command. */
  by: string | null
  /** Undefined when the document is gone. */
  title: string | undefined
  /** What a schedule was set to, in words. */
  date: string | null
}

/** One sentence on one line without its full stop, such as `Anna submitted “Sleeping Well” for review`. */
export function sentenceOf({ by, date, kind, occasion, title }: Happening): string {
  const named = title === undefined ? `a deleted ${KIND_WORDS[kind]}` : `“${oneLine(title)}”`
  return SENTENCES[occasion](by ? oneLine(by) : nobody(occasion), named, date)
}
