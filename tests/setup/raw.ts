// HTTP by hand, for what no client would send.
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export const HOST = 'Host: example.org\r\n'
export const GET = (target: string, headers = ''): string =>
  `GET ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`
export const POST = (target: string, headers: string, body = ''): string =>
  `POST ${target} HTTP/1.1\r\n${HOST}${headers}\r\n${body}`

interface Raw {
  socket: Socket
  /** What came back so far; one character for each byte. */
  said(): string
  closed: Promise<void>
}

export function openRaw(url: string): Raw {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => (said += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return { socket, said: () => said, closed }
}

const QUIET_MS = 100
const PATIENCE_MS = 5000

/** How long a piece needs to arrive as a piece. */
const APART_MS = 50

/**
 * Everything that comes back, until nothing more does.
 * @param apart so many of the first bytes are sent alone
 */
export async function speak(url: string, text: string, apart = 0): Promise<string> {
  const { socket, said } = openRaw(url)
  socket.setNoDelay()
  const bytes = Buffer.from(text, 'latin1')
  if (apart > 0) {
    socket.write(bytes.subarray(0, apart))
    await sleep(APART_MS)
  }
  socket.write(bytes.subarray(apart))
  const end = performance.now() + PATIENCE_MS
  let before = -1
  while (performance.now() < end && !socket.destroyed) {
    if (said().length > 0 && said().length === before) break
    before = said().length
    await sleep(QUIET_MS)
  }
  socket.destroy()
  return said()
}

interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** The answers of one connection, each with its length said or none. */
export function answersIn(said: string): RawAnswer[] {
  const answers: RawAnswer[] = []
  for (let rest = said; rest.startsWith('HTTP/1.1 ');) {
    const at = rest.indexOf('\r\n\r\n')
    const [first = '', ...lines] = rest.slice(0, at).split('\r\n')
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    )
    const length = Number(headers['content-length'] ?? 0)
    answers.push({
      status: Number(first.split(' ')[1]),
      headers,
      body: rest.slice(at + 4, at + 4 + length),
    })
    rest = rest.slice(at + 4 + length)
  }
  return answers
}
