// Lists the headers that every answer has, whichever of the servers gives it.

/** A type is what it says it is. */
export const NO_SNIFF = { 'X-Content-Type-Options': 'nosniff' } as const

/** An answer may say better itself. */
export const COMMON_HEADERS = {
  ...NO_SNIFF,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const

/** Where readers reach the site by https. One year, the least that browsers' preload lists accept. */
export const HTTPS_HEADERS = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
} as const
