// Tidies a text that was typed into a field of a form, and gives the reasons why it cannot be stored.
import { onLines, unreadableCharacter, unreadableInName } from './characters'

/** Each names the field of the request: `text` of a comment or a remark, `name` of a guest, `label` of a review link. */
export type TextIssue =
  | { code: 'textMissing'; field: TextField }
  | { code: 'textTooLong'; field: TextField; length: number; max: number }
  /** Holds what no text, or no name, may hold: characters.ts. */
  | { code: 'textUnstorable'; field: TextField }

export type TextField = 'text' | 'name' | 'label'

export const isStorable = (text: string): boolean => unreadableCharacter(text) === undefined

/** Forms send every line break as two characters (HTML Living Standard, 4.10.21.7), word processors others. */
export const tidy = (text: string): string => onLines(text).trim()

/** A name and a label stand in sentences of others. */
const UNREADABLE: Record<TextField, (text: string) => string | undefined> = {
  text: unreadableCharacter,
  name: unreadableInName,
  label: unreadableInName,
}

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
  if (UNREADABLE[field](text) !== undefined) return [{ code: 'textUnstorable', field }]
  return text.length > max ? [{ code: 'textTooLong', field, length: text.length, max }] : []
}
