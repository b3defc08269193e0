// Signs texts and addresses under the site's secret: a signed address shows its page without signing in, for a while.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { settings } from './env'

/** The HMAC-SHA-256 of a text under the site's secret, base64url. */
export const sign = (text: string): string =>
  createHmac('sha256', settings().payloadSecret).update(text).digest('base64url')

/** Compares a secret with the text that a client gave for it, in constant time. */
export function isSame(secret: string, given: string): boolean {
  const [expected, actual] = [Buffer.from(secret), Buffer.from(given)]
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

const LIFETIME_SECONDS = 60 * 60

/** A path of this site that proves itself, and is useless after an hour. */
export function signedAddress(path: string, now = Date.now()): string {
  const expires = Math.floor(now / 1000) + LIFETIME_SECONDS
  return `${path}?expires=${expires}&signature=${sign(`${path} ${expires}`)}`
}

/** Whether this site signed the address, and not too long ago. */
export function isSignedAddress(url: string, now = Date.now()): boolean {
  const { pathname, searchParams } = new URL(url)
  const expires = searchParams.get('expires') ?? ''
  const signature = searchParams.get('signature') ?? ''
  return isSame(sign(`${pathname} ${expires}`), signature) && Number(expires) * 1000 > now
}
