// How long an answer is, said so that it arrives: Next takes Content-Length away from what its routes answer.

/** What the site tells the page server, which makes Content-Length of it. */
export const LENGTH_HEADER = 'Backstory-Length'

/** @param bytes of the body, or of the body that a HEAD does not get (RFC 9110, 8.6) */
export const lengthHeaders = (bytes: number): Record<string, string> => ({
  'Content-Length': String(bytes),
  [LENGTH_HEADER]: String(bytes),
})
