// Builds submissions to IndexNow (indexnow.org, "Documentation"), which tell engines the addresses that changed.

/** 8 to 128 letters, digits and hyphens. */
export const isIndexNowKey = (key: string): boolean => /^[a-zA-Z0-9-]{8,128}$/.test(key)

/** IndexNow, "Documentation": 10,000 addresses in one POST. */
export const MAX_URLS = 10_000

export interface Submission {
  host: string
  key: string
  keyLocation: string
  urlList: string[]
}

/** Where the key proves that the sender owns the host. */
export const indexNowKeyPath = (key: string): string => `/${key}.txt`

/**
 * @param origin the public origin, e.g. `https://example.org`
 * @param paths of pages that were published, changed or withdrawn; at most `MAX_URLS`
 */
export const submission = (origin: string, key: string, paths: readonly string[]): Submission => ({
  host: new URL(origin).host,
  key,
  keyLocation: origin + indexNowKeyPath(key),
  urlList: paths.map((path) => origin + path),
})

/** What an answer's status means: 200 and 202 accept, 429 and server errors pass, the rest is our own mistake. */
export const submissionOutcome = (status: number): 'accepted' | 'later' | 'refused' => {
  if (status === 200 || status === 202) return 'accepted'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}

/** Minutes until the next try: 1, 2, 4 … and at most a day. */
export const retryMinutes = (tries: number): number => Math.min(2 ** (tries - 1), 24 * 60)
