// A mail server for tests: takes every mail and keeps it, or refuses while it is told to.
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface Mail {
  to: string[]
  /** The message as it came over the line. */
  raw: string
}

export interface MailServer {
  url: string
  mails: Mail[]
  /** Refuses every mail from now on, or takes them again. */
  refuse(refuses: boolean): void
  stop(): Promise<void>
}

/** RFC 5321, as far as a client that is well-behaved needs it. */
function talk(socket: Socket, mails: Mail[], refuses: () => boolean): void {
  let mail: Mail = { to: [], raw: '' }
  let [rest, inData] = ['', false]
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (inData) {
      if (line !== '.') {
        mail.raw += `${line.replace(/^\./, '')}\r\n`
        return
      }
      inData = false
      mails.push(mail)
      mail = { to: [], raw: '' }
      say('250 Taken')
    } else if (/^(EHLO|HELO)/i.test(line)) say('250 sink')
    else if (/^MAIL/i.test(line)) say(refuses() ? '451 Come back later' : '250 Go on')
    else if (/^RCPT/i.test(line)) say(mail.to.push(/<(.*)>/.exec(line)?.[1] ?? '') ? '250 Yes' : '')
    else if (/^DATA/i.test(line)) say(`354 ${(inData = true) && 'Go on'}`)
    else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n')
    else say('250 Fine')
  }
  socket.setEncoding('utf8').on('error', () => undefined)
  socket.on('data', (text) => {
    const lines = (rest + text).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  say('220 sink')
}

export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = []
  let refuses = false
  const server = createServer((socket) => talk(socket, mails, () => refuses))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuse: (now) => (refuses = now),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()

const decodeWord = (_: string, encoding: string, text: string): string =>
  encoding.toUpperCase() === 'B'
    ? Buffer.from(text, 'base64').toString()
    : decodeQuoted(text.replaceAll('_', ' '))

/** The header's lines as a reader's program shows them, by lower-case name; and the parts of the body. */
export function readMail(raw: string) {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const fields = lines.map((line) => {
    const [name = '', ...value] = line.split(': ')
    const text = value.join(': ').replace(/\?= +=\?/g, '?==?')
    return [name.toLowerCase(), text.replace(/=\?UTF-8\?(.)\?(.*?)\?=/gi, decodeWord)]
  })
  return {
    headers: Object.fromEntries(fields) as Record<string, string>,
    names: fields.map(([name]) => name),
    body: decodeQuoted(body.join('\r\n\r\n')).replaceAll('\r\n', '\n'),
  }
}
