// Writes the parts of statements that several look-ups of the panel's blocks share.
import { sql } from '@payloadcms/db-postgres'
import type { Statement } from '@/cms/database/sql'
import type { Id } from '@/domain/workflow/subject'

/** More words tell no more. */
const MAX_WORDS = 6

/** Shorter ones are in nearly every text, and no index of three letters finds them. */
const LEAST_LETTERS = 3

/** @param ids at least one */
export const idList = (ids: readonly Id[]): Statement =>
  sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )

const escapeLike = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** Whether a column holds each of the words, in any order; null for words that say nothing. */
export function holdsWords(column: Statement, words: string): Statement | null {
  const parts = words
    .split(/\s+/)
    .filter(({ length }) => length >= LEAST_LETTERS)
    .slice(0, MAX_WORDS)
  if (parts.length === 0) return null
  return sql.join(
    parts.map((word) => sql`${column} ilike ${`%${escapeLike(word)}%`}`),
    sql` and `,
  )
}
