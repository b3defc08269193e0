// Tells the routes the client's address: they do not see the connection.
import type { IncomingMessage } from 'node:http'
import { CLIENT_HEADER, clientAddress } from '../../domain/http/clientAddress'

/** Overwrites what a request sent under this name, before anything else reads it. */
export function setClientAddress(
  { headers, socket }: IncomingMessage,
  trustedProxies: number,
): void {
  const forwardedFor = headers['x-forwarded-for']
  headers[CLIENT_HEADER] = clientAddress(
    socket.remoteAddress,
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustedProxies,
  )
}
