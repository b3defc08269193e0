// Renders a date in words, with a form for machines.
import type { ReactNode } from 'react'
import type { Site } from '@/domain/articles/article'
import { isDay } from '@/domain/time/day'

interface Props {
  /** ISO 8601: an instant, shown as the day that it is in the site's time zone, or a day, shown as itself. */
  value: string
  site: Pick<Site, 'language' | 'timeZone'>
}

export function DateTime({ value, site: { language, timeZone } }: Props): ReactNode {
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: isDay(value) ? 'UTC' : timeZone,
  }).format(new Date(value))
  return <time dateTime={value}>{words}</time>
}
