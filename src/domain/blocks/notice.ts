// Writes the heading of a notice as readers get it.
import { NOTICE_KINDS } from './blocks'

/** The editor's heading behind the name of the kind, or the name alone. */
export function noticeHeading({
  heading,
  kind,
}: {
  kind: keyof typeof NOTICE_KINDS
  heading: string
}): string {
  const own = heading.trim()
  return own === '' ? NOTICE_KINDS[kind] : `${NOTICE_KINDS[kind]}: ${own}`
}
