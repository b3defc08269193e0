// Writes small files that are there whole or not at all, whatever is killed when.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'

/** @throws when the disk is full, and leaves what was there */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  const opened = openSync(draft, 'w', 0o600)
  try {
    writeFileSync(opened, `${text}\n`)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(draft, file)
}
