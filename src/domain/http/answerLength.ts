// Tells the page server the length of an answer, because Next takes Content-Length away from the answers of its routes.

/** What the site tells the page server, which makes Content-Length of it. */
export const LENGTH_HEADER = 'Backstory-Length'

/** @param bytes of the body, or of the body that a HEAD does not get (RFC 9110, 8.6) */
export const lengthHeaders = (bytes: number): Record<string, string> => ({
  'Content-Length': String(bytes),
  [LENGTH_HEADER]: String(bytes),
})
