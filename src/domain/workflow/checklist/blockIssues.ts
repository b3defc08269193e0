// Lists what the blocks of a text still lack: readers get no box without words and no link without a target.
import { type BlockField, type BlockFields, type BlockType, fieldsOf } from '../../blocks/blocks'
import { isEmptyRichText } from '../../text/plainText'
import type { RichText } from '../../text/richText'
import { blockFields, referenceIds, walk } from '../../text/richTextWalk'
import { visibleText } from '../../text/visibleText'
import type { At } from './severity'

export type BlockIssue =
  | { code: 'blockUnfinished'; block: BlockType; name: string }
  | { code: 'blockTargetMissing' | 'blockTargetNotLive'; block: BlockType }

type Values = Readonly<Record<string, unknown>>

const isMissing = (field: BlockField, value: unknown): boolean => {
  switch (field.as) {
    case 'row':
    case 'rows':
      return referenceIds(value).length === 0
    case 'passage':
      return isEmptyRichText(value as RichText)
    case 'entries':
      return (value as unknown[]).length === 0
    default:
      return visibleText(String(value)) === ''
  }
}

/** The names of the fields that are required and empty, each once. */
function missingFields(fields: BlockFields, values: Values): string[] {
  const missing = Object.entries(fields).flatMap(([name, field]) => {
    if (field.required && isMissing(field, values[name])) return [name]
    if (field.as !== 'entries') return []
    return (values[name] as Values[]).flatMap((entry) => missingFields(field.of, entry))
  })
  return [...new Set(missing)]
}

/**
 * @param text as `readableText` gives it
 * @param articles the ones that exist, of those that the text names
 */
export const blockIssues = (
  text: RichText,
  articles: readonly { id: number; live: boolean }[],
): At<BlockIssue>[] =>
  [...walk(text.root.children)].flatMap((node): At<BlockIssue>[] => {
    if (node.type !== 'block' && node.type !== 'inlineBlock') return []
    const block = node.fields.blockType
    // Those two have rules of their own: readAlsoIssues.ts and faqIssues.ts.
    if (block === 'readAlso' || block === 'faqSection') return []
    const at = { field: 'body', severity: 'block', block } as const
    const missing = missingFields(fieldsOf(block) ?? {}, node.fields as unknown as Values)
    const targets = blockFields(node).flatMap(({ field, value }) =>
      field.as === 'row' && field.to === 'articles' ? referenceIds(value) : [],
    )
    return [
      ...missing.map((name) => ({ ...at, code: 'blockUnfinished' as const, name })),
      ...targets.flatMap((id) => {
        const target = articles.find((article) => article.id === id)
        if (target?.live) return []
        return [
          { ...at, code: target ? ('blockTargetNotLive' as const) : 'blockTargetMissing' } as const,
        ]
      }),
    ]
  })
