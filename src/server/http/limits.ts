// Limits how much a client may send, and how long it may take.
import type { IncomingMessage, ServerOptions } from 'node:http'

const KB = 1024
const MB = 1024 * KB

/** Time and size of a request's parts, against clients that send slowly or without end. */
export const REQUEST_LIMITS = {
  maxHeaderSize: 16 * KB,
  headersTimeout: 10_000,
  /** An upload of 10 MB at 1 Mbit/s takes 84 s. */
  requestTimeout: 120_000,
  /** Longer than nginx keeps an idle connection (60 s), so that it never sends into one that closes. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
  // The router refuses it itself, with the headers that every answer has.
  requireHostHeader: false,
} satisfies ServerOptions

/** A connection on which nothing moves for this long is closed, also while its client does not read, in milliseconds. */
export const SILENCE_MS = 150_000

/** One process answers them all; more wait in a proxy, or are turned away. */
export const MAX_CONNECTIONS = 10_000

/** A file, and the fields that come with it. */
const UPLOAD = { bytes: 10 * MB + 64 * KB, words: '10 MB' }
const DATA = { bytes: MB, words: '1 MB' }

interface BodyLimit {
  bytes: number
  words: string
}

/** By what a body says it is: only forms carry files. */
export const bodyLimit = ({ headers }: IncomingMessage): BodyLimit =>
  headers['content-type']?.toLowerCase().startsWith('multipart/form-data') ? UPLOAD : DATA

export const announcesTooMuch = (request: IncomingMessage): boolean =>
  Number(request.headers['content-length'] ?? 0) > bodyLimit(request).bytes

/**
 * Counts a body that did not announce its length while it comes in. What is over the limit is not handed on.
 * @param exceeded is called once
 */
export function countBody(request: IncomingMessage, exceeded: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return
  const { bytes } = bodyLimit(request)
  const push = request.push.bind(request)
  let received = 0
  request.push = (chunk: Uint8Array | null, encoding?: BufferEncoding) => {
    const before = received
    received += chunk?.length ?? 0
    if (received <= bytes) return push(chunk, encoding)
    if (before <= bytes) exceeded()
    return true
  }
}
