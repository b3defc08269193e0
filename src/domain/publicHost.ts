// Whether a host is one of the public internet, or of somebody's machine or own network.

/** Names that never lead anywhere public (RFC 2606, 6761, 6762; `internal`: ICANN, 2024). */
const OWN = /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid)$/

/** An address in numbers is where one tries things out; nobody's readers know it. */
const NUMBERS = /^(\d+(\.\d+){3}|\[.*\])$/

/** @param hostname as `URL` gives it: lower case, IPv6 in brackets */
export const isPublicHost = (hostname: string): boolean =>
  hostname.includes('.') && !OWN.test(hostname) && !NUMBERS.test(hostname)
