// What somebody typed into a field of a form: tidied, and why it cannot be stored.

/** Each names the field of the request: `text` of a comment or a remark, `name` of a guest, `label` of a review link. */
export type TextIssue =
  | { code: 'textMissing'; field: TextField }
  | { code: 'textTooLong'; field: TextField; length: number; max: number }
  /** Holds NUL or half of a surrogate pair: Postgres stores neither. */
  | { code: 'textUnstorable'; field: TextField }

export type TextField = 'text' | 'name' | 'label'

export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Forms send every line break as two characters (HTML Living Standard, 4.10.21.7). */
export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/**
 * @param text tidied already
 * @param max in UTF-16 code units, as `LIMITS` counts
 */
export function textIssues(
  field: TextField,
  text: string,
  max: number,
  required = true,
): TextIssue[] {
  if (text === '') return required ? [{ code: 'textMissing', field }] : []
  if (!isStorable(text)) return [{ code: 'textUnstorable', field }]
  return text.length > max ? [{ code: 'textTooLong', field, length: text.length, max }] : []
}
