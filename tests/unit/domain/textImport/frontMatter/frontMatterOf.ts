// Front matter as a test writes it: the fields that are understood, or the line and the code of the refusal.
import { expect } from 'vitest'
import { checkReceipt } from '@/domain/textImport/receipt/checkReceipt'
import type { FrontMatter } from '@/domain/textImport/importedArticle'
import { splitLines } from '@/domain/textImport/lines/lines'
import { parseArticle } from '@/domain/textImport/parse'
import type {
  FrontMatterField,
  FrontMatterText,
  FrontMatterValue,
} from '@/domain/textImport/frontMatter/frontMatterValues'
import { Phrase } from '@/domain/textImport/lines/phrase'

/** The fields of a source that is understood, with "Text." and nothing else below them. */
export function fieldsOf(...lines: string[]): FrontMatter {
  const source = lines.join('\n')
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  expect(result.issues).toEqual([])
  expect(result.article.blocks).toEqual([{ type: 'paragraph', text: 'Text.' }])
  return result.article.frontMatter
}

/** Line and code of the one issue of a source. */
export function refusalOf(...lines: string[]): string {
  const source = lines.join('\n')
  const result = parseArticle(source)
  expect(checkReceipt(source, result)).toEqual([])
  expect(result.issues).toHaveLength(1)
  return result.issues.map(({ line, code }) => `${line} ${code}`).join()
}

/** What a reader of a notation gets: the lines between the marks, here a whole source. */
export const frontMatterText = (source: string): FrontMatterText => ({
  text: source,
  start: 0,
  lines: splitLines(source),
})

const sketchValue = (value: FrontMatterValue): unknown => {
  if (value === null || value instanceof Phrase) return value?.text ?? null
  return 'items' in value ? value.items.map(sketchValue) : sketchFields(value.fields)
}

/** Key, line and value of each field; a list for a list, and the same again for a map. */
export const sketchFields = (fields: readonly FrontMatterField[]): unknown[] =>
  fields.map(({ key, line, value }) => [key, line, sketchValue(value)])
