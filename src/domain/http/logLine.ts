// Writes one line of the log: time, level, message. No colours, and nothing in it that could pass for another line.

/** As pino writes it (https://getpino.io): `level` in tens, `time` in milliseconds. */
export interface LogEntry {
  level: number
  time: number
  msg?: string
  err?: { message?: string; stack?: string }
}

/** By pino's numbers. */
const LEVELS: Record<number, string> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
}

/** Controls, marks of direction and what breaks lines: a request must not write lines, or paint over them. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

/** A fault has its stack below it, indented, which contains the message. Times are UTC, as ISO 8601. */
export function logLine({ level, time, msg, err }: LogEntry): string {
  const what = printable(msg ?? err?.message ?? '')
  const [, ...frames] = err?.stack?.split(/\n(?=\s+at )/) ?? []
  const below = frames.map((frame) => `\n    ${printable(frame.trim())}`)
  return `${new Date(time).toISOString()} ${LEVELS[level] ?? level} ${what}${below.join('')}\n`
}
