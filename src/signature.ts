// Signed addresses: what an editor may see without signing in again, for a while.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { settings } from './env'

/** The HMAC-SHA-256 of a text under the site's secret, base64url. */
export const sign = (text: string): string =>
  createHmac('sha256', settings().payloadSecret).update(text).digest('base64url')

/** Compares in constant time. */
export function isSigned(text: string, signature: string): boolean {
  const expected = Buffer.from(sign(text))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
