// Defines what every rich text field has in common: which text it is, how long it may be, and one rule for drafts and for publishing.
import type { Field, RichTextField } from 'payload'
import { answerEditor, articleEditor, pageEditor } from '@/cms/fields/editor'
import { shapeMessage } from '@/cms/wording/fields'
import { LIMITS } from '@/domain/access/limits'
import { isEmptyRichText } from '@/domain/text/plainText'
import { readableText } from '@/domain/text/readableText'
import type { TextKind } from '@/domain/text/textShape'
import { textLength, textShapeIssues } from '@/domain/text/textShapeIssues'

/** Those of a field of their own; a passage is a field of a block. */
type FieldKind = Exclude<TextKind, 'passage'>

const TEXTS = {
  article: { editor: articleEditor, max: LIMITS.body },
  page: { editor: pageEditor, max: LIMITS.body },
  answer: { editor: answerEditor, max: LIMITS.answer },
} satisfies Record<FieldKind, { editor: RichTextField['editor']; max: number }>

/** The kind of text that a rich text field holds. */
const kindOf = (field: Field): FieldKind =>
  (('custom' in field && field.custom?.text) as FieldKind | undefined) || 'article'

const MAX_NAMED = 3

/** Why this is no text for the field, in one sentence; undefined when it is one. */
export function richTextIssue(field: Field, value: unknown): string | undefined {
  const kind = kindOf(field)
  const issues = textShapeIssues(kind, value)
  const named = issues.slice(0, MAX_NAMED).map(shapeMessage)
  const more = issues.length > MAX_NAMED ? ['and more'] : []
  if (issues.length > 0) return `${[...named, ...more].join('; ')}.`
  const [length, { max }] = [textLength(value), TEXTS[kind]]
  return length > max ? `has ${length} characters; at most ${max} are allowed.` : undefined
}

/** In the generated types a rich text is the domain's own, so that no room needs to convert one. */
const richTextType: RichTextField['typescriptSchema'] = [
  () => ({ tsType: "import('./domain/text/richText').RichText" }),
]

/** A text that must not be empty once it is published. */
export const richText = (
  kind: FieldKind,
  { name, admin }: Pick<RichTextField, 'name' | 'admin'>,
): RichTextField => ({
  name,
  type: 'richText',
  required: true,
  editor: TEXTS[kind].editor,
  custom: { text: kind },
  typescriptSchema: richTextType,
  // In place of Payload's own, which has other ideas of what an address is than the site.
  validate: (value: unknown, { req }) =>
    richTextIssue({ custom: { text: kind } } as unknown as Field, value ?? undefined) ??
    (isEmptyRichText(readableText(kind, value)) ? req.t('validation:required') : true),
  ...(admin ? { admin } : {}),
})
