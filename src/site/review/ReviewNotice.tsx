// Renders the notice on top of a review page for its guest: what the page is, until when, and what to do with it.
import type { ReactNode } from 'react'
import type { Remark } from '@/domain/articles/review/remark'
import type { TextIssue } from '@/domain/text/typedText'
import { FORM_ID } from './formId'

export interface Review {
  /** Where the form goes: the address of this page. */
  path: string
  /** The article's version. */
  version: number
  /** ISO 8601. */
  expiresAt: string
  /** What became of the remark that was sent, if one was. */
  outcome?: 'stored' | 'refused' | 'tooMany'
  /** What was typed, when it was refused. */
  remark?: Remark
  issues?: readonly TextIssue[]
}

const untilWords = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(instant))

export const ReviewNotice = ({ expiresAt, version }: Review): ReactNode => (
  <aside className="preview-notice" aria-label="Review">
    <p>
      You were sent version {version} of this article to look at. Please keep the link to yourself.
      It works until <time dateTime={expiresAt}>{untilWords(expiresAt)} UTC</time>, or until the
      text is changed. <a href={`#${FORM_ID}`}>Leave a remark</a>
    </p>
  </aside>
)
