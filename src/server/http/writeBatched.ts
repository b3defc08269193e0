// Writes several pieces to a connection with one system call, and without memory of its own for each write.
import type { Writable } from 'node:stream'

const SCRATCH_BYTES = 64 * 1024
let scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES)

/** @returns what `write` does: whether the connection wants more */
export function writeBatched(connection: Writable, pieces: readonly Buffer[]): boolean {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length > SCRATCH_BYTES) return writeEach(connection, pieces)
  let at = 0
  for (const piece of pieces) at += piece.copy(scratch, at)
  const wantsMore = connection.write(scratch.subarray(0, at))
  // The system has its own copy of what it took; the rest is taken from here later.
  if (connection.writableLength > 0) scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES)
  return wantsMore
}

function writeEach(connection: Writable, pieces: readonly Buffer[]): boolean {
  connection.cork()
  const wanted = pieces.map((piece) => connection.write(piece))
  connection.uncork()
  return wanted.at(-1) ?? true
}
