// Makes and checks the token of a review link: its number and a signature over the link, so that it cannot be forged.
import { isSame, sign } from './signature'

/** What the signature covers. Numbers begin again in another database; the rest prevents an old token from fitting there. */
export interface SignedLink {
  id: number
  document: number
  version: number
  /** ISO 8601. */
  expiresAt: string
}

const textOf = ({ id, document, version, expiresAt }: SignedLink): string =>
  `review link ${id}: article ${document}, version ${version}, until ${Date.parse(expiresAt)}`

/** Hexadecimal, so that the address is its own normal form: addresses of this site are in lower case. */
export const reviewToken = (link: SignedLink): string =>
  `${link.id}-${Buffer.from(sign(textOf(link)), 'base64url').toString('hex')}`

/** The number of the link whose token it would be; undefined for what cannot be one. */
export function linkIdOf(token: string): number | undefined {
  const [, digits] = /^([1-9]\d{0,8})-[0-9a-f]{64}$/.exec(token) ?? []
  return digits === undefined ? undefined : Number(digits)
}

export const isTokenOf = (link: SignedLink, token: string): boolean =>
  isSame(reviewToken(link), token)
