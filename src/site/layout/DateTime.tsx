// A date in words that also says itself to machines.
import type { ReactNode } from 'react'

interface Props {
  /** ISO 8601, a day or an instant; shown as the day it is in UTC, so that every reader sees the same. */
  value: string
  language: string
}

export function DateTime({ value, language }: Props): ReactNode {
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(value))
  return <time dateTime={value}>{words}</time>
}
