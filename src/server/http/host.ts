// Checks the host that a request names: that there is one, and that it can be one.
import type { IncomingMessage } from 'node:http'

/** RFC 9110, 7.2: a name or an address, with a port where there is one. */
export const isHost = (host: string): boolean =>
  /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.test(host)

const ABSOLUTE = /^https?:\/\/([^/?#]*)/i

/**
 * One Host line that can be one, unless the client is older than it (RFC 9112, 3.2); the host of an absolute address counts
 * instead of it (3.2.2).
 */
export function hasHost(request: IncomingMessage): boolean {
  const { headers, headersDistinct, httpVersionMinor, url = '' } = request
  const { host = [] } = headersDistinct
  const named = ABSOLUTE.exec(url)?.[1]
  if (named !== undefined) {
    if (!isHost(named)) return false
    headers.host = named
  }
  return host.length === 0 ? httpVersionMinor === 0 : host.length === 1 && isHost(host[0] ?? '')
}
