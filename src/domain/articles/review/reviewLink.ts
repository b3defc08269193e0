// Decides when a review link is open: one version of an article, shown for some days to a guest without an account.
import type { Instant } from '../../time/instant'

/** For how many days a link may be good. */
export const REVIEW_DAYS = { least: 1, usual: 7, most: 60 } as const

export interface ReviewLinkFields {
  /** The article's version for which it was made. */
  version: number
  expiresAt: Instant
  revokedAt?: Instant | null
}

/** Only `open` shows anything; the guest with a link of another standing is told only that there is no such link. */
export type LinkStanding = 'open' | 'revoked' | 'edited' | 'expired'

/** @param version the article's version now */
export function linkStanding(
  link: ReviewLinkFields,
  version: number | undefined,
  now: Instant,
): LinkStanding {
  if (link.revokedAt) return 'revoked'
  if (link.version !== version) return 'edited'
  return Date.parse(link.expiresAt) > Date.parse(now) ? 'open' : 'expired'
}

export interface DaysIssue {
  code: 'daysInvalid'
  field: 'days'
  least: number
  most: number
}

export const daysIssues = (days: unknown): DaysIssue[] => {
  const { least, most } = REVIEW_DAYS
  const isFit = Number.isInteger(days) && Number(days) >= least && Number(days) <= most
  return isFit ? [] : [{ code: 'daysInvalid', field: 'days', least, most }]
}

const DAY = 24 * 60 * 60 * 1000

export const expiryOf = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) + days * DAY).toISOString()
