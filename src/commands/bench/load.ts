// Load on one address: some connections, each asking again as soon as it has its answer.
import { Agent, get, type IncomingHttpHeaders } from 'node:http'

export interface Answer {
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Load {
  requestsPerSecond: number
  /** The time that 99 of 100 answers took at most, in milliseconds. */
  p99: number
}

const ANSWER_MS = 30_000

/** Asks as a browser does, for a compressed answer. @throws unless it is 200 */
export function ask(url: string, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip', Accept: 'text/html' }
    const request = get(url, { agent, headers, timeout: ANSWER_MS }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200)
          resolve({ headers: response.headers, body: Buffer.concat(chunks) })
        else reject(new Error(`${url} answered ${response.statusCode}.`))
      })
    })
    request.on('timeout', () => request.destroy(new Error(`${url} did not answer.`)))
    request.on('error', reject)
  })
}

/** @throws when an answer is not 200, or not as long as `bytes` says */
export async function load(
  url: string,
  { connections, seconds, bytes }: { connections: number; seconds: number; bytes: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  const connection = async () => {
    for (let asked = start; asked < end;) {
      asked = performance.now()
      const { body } = await ask(url, agent)
      if (body.length !== bytes) throw new Error(`${url} answered with other bytes than before.`)
      times.push(performance.now() - asked)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, connection))
  } finally {
    agent.destroy()
  }
  const elapsed = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return {
    requestsPerSecond: times.length / elapsed,
    p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
  }
}
