// Visits a site as one reader without script: asks for addresses of the public origin where the site answers, and follows nothing.
import { setTimeout as sleep } from 'node:timers/promises'

export interface Answer {
  /** Absolute, on the public origin. */
  url: string
  /** 0 when there was no answer; `text` then says why. */
  status: number
  headers: Headers
  /** Empty for what is no text, such as an image. */
  text: string
}

/** @param url absolute, on the public origin; a fragment is not sent */
export type Ask = (url: string, headers?: Record<string, string>) => Promise<Answer>

const TIMEOUT_MS = 30_000
const RETRY_MS = 1000
const TEXT = /^(text\/|application\/([a-z.+-]*\+)?(json|xml|javascript)\b)/

/**
 * @param origin where the site answers, e.g. `http://127.0.0.1:3000`
 * @param publicOrigin what its addresses begin with, e.g. `https://example.org`
 */
export function createVisitor(origin: string, publicOrigin: string): Ask {
  const ask: Ask = async (url, headers = {}) => {
    const { pathname, search } = new URL(url)
    const response = await fetch(origin + pathname + search, {
      headers: { Accept: 'text/html,*/*;q=0.8', 'User-Agent': 'backstory-check', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const isText = TEXT.test(response.headers.get('Content-Type') ?? '')
    const body = await response.arrayBuffer()
    const text = isText ? new TextDecoder().decode(body) : ''
    return { url, status: response.status, headers: response.headers, text }
  }
  return async (url, headers) => {
    if (new URL(url).origin !== publicOrigin) throw new Error(`not an address of the site: ${url}`)
    try {
      const answer = await ask(url, headers)
      if (answer.status !== 503) return answer
    } catch {
      // A busy server is asked once more.
    }
    await sleep(RETRY_MS)
    try {
      return await ask(url, headers)
    } catch (error) {
      return { url, status: 0, headers: new Headers(), text: reasonOf(error) }
    }
  }
}

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { message?: string } }
  return cause?.message || message
}
