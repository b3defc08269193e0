// Reads the part of a file that a request asks for. RFC 9110, section 14.

/** First and last byte, from 0. */
export interface ByteRange {
  start: number
  end: number
}

/** range-parser 1.2.1 answers 416 to `bytes=-500` of 100 bytes and to `bytes=20-10`, and reads `bytes=5-x` as a range. */
const ONE_RANGE = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/i

/**
 * Undefined for the whole file: nothing was asked, or something that may be ignored (several parts, another unit, an end
 * before the start). `unsatisfiable` when the file has no such part.
 * @param size of the file, in bytes
 */
export function byteRange(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last, suffix] = ONE_RANGE.exec(header?.trim() ?? '') ?? []
  if (suffix !== undefined) return within(size - Number(suffix), size - 1, size)
  if (first === undefined) return undefined
  const end = last === undefined ? size - 1 : Number(last)
  if (last !== undefined && end < Number(first)) return undefined
  return within(Number(first), end, size)
}

const within = (start: number, end: number, size: number): ByteRange | 'unsatisfiable' =>
  start >= size ? 'unsatisfiable' : { start: Math.max(start, 0), end: Math.min(end, size - 1) }
