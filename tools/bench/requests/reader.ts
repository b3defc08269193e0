// Requests addresses as a reader of the site and measures: one request, how long it took, and what came.
import { Agent, request, type IncomingHttpHeaders } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** From the request to the last byte. */
  ms: number
}

interface RequestSettings {
  method?: string
  headers?: Record<string, string>
  body?: string
  agent?: Agent
}

/** Long enough for a page that waits for a thousand others. */
const PATIENCE_MS = 300_000

const sharedAgent = new Agent({ keepAlive: true })

/** Any status is an answer. @throws when none comes */
export function requestAddress(url: string, asking: RequestSettings = {}): Promise<Answer> {
  const { method = 'GET', headers, body, agent = sharedAgent } = asking
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const asked = request(
      url,
      {
        method,
        agent,
        timeout: PATIENCE_MS,
        headers: { 'Accept-Encoding': 'gzip', Accept: 'text/html', ...headers },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
            ms: performance.now() - start,
          }),
        )
      },
    )
    asked.on('timeout', () => asked.destroy(new Error(`${url} did not answer.`)))
    asked.on('error', reject)
    asked.end(body)
  })
}

/** @throws unless the answer is 200 */
export async function requestPage(url: string): Promise<Answer> {
  const answer = await requestAddress(url)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`)
  return answer
}

/** A text as it came, not compressed. */
export const requestText = async (url: string): Promise<{ status: number; text: string }> => {
  const { status, body } = await requestAddress(url, { headers: { 'Accept-Encoding': 'identity' } })
  return { status, text: body.toString() }
}
