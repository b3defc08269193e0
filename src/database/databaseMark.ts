// Stores the mark that a database leaves in the data folder, outside itself, so that a start can tell when it went back in time.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { writeWhole } from './writeWhole'

/** Which database it was, and the last moment that was marked in it, by its own clock and in its own words. */
export interface Mark {
  /** Names server and database; undefined for the next database, whichever it is. */
  place?: string
  markedAt: string
}

const markFileIn = (dataDir: string): string => path.join(dataDir, 'database-mark.json')

export function readMark(dataDir: string): Mark | undefined {
  const file = markFileIn(dataDir)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Mark) : undefined
}

export function writeMark(dataDir: string, mark: Mark): void {
  mkdirSync(dataDir, { recursive: true })
  writeWhole(markFileIn(dataDir), JSON.stringify(mark))
}

/** After a copy: what the database says of the time until now is not to be believed, however new its mark is. */
export const distrustDatabase = (dataDir: string): void =>
  writeMark(dataDir, { markedAt: 'infinity' })
