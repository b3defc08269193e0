// Reports failures of work that is done again and again: each once, until it is another one or over.

/** Of the network, the database or the disk, and what was refused: its code says enough, no stack says more. */
const isExpected = (error: unknown): boolean =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'

/** One line; several addresses that were tried in vain have no message of their own. */
const inOneLine = (error: Error & { code?: string }): string =>
  (error.message || String(error.code)).replaceAll(/\s*\n\s*/g, ' ')

export interface FailureLog {
  failed(error: unknown): void
  /** Says so where something had failed before. */
  succeeded(): void
}

/** @param what went wrong, as a sentence */
export function createFailureLog(what: string): FailureLog {
  let last: string | null = null
  return {
    failed(error) {
      const words = error instanceof Error ? inOneLine(error) : String(error)
      if (words === last) return
      last = words
      if (isExpected(error)) console.error(`${what} ${words}`)
      else console.error(what, error)
    },
    succeeded() {
      if (last !== null) console.error(`No longer: ${what}`)
      last = null
    },
  }
}
