// Recognises a document that "Create new" has made and into which no editor has written: it holds a place for its form, and is nothing else.
import { sql } from '@payloadcms/db-postgres'
import type { Field, PayloadRequest, Where } from 'payload'
import { execute } from '@/cms/database/sql'
import { showsSame } from '@/domain/addresses/canonical'
import { isEmptyRichText } from '@/domain/text/plainText'
import type { RichText } from '@/domain/text/richText'
import type { Id, Kind } from '@/domain/workflow/subject'
import { editableFields, type EditableField } from './editableFields'

/** What lists, choices and counts show. */
export const WRITTEN: Where = { blank: { not_equals: true } }

/** Notes that an account has said or done something about it: from now on it is a document like any other. */
export async function noteWork(kind: Kind, id: Id, req: PayloadRequest): Promise<void> {
  const table = kind.replaceAll('-', '_')
  await execute(
    req,
    sql`update ${sql.identifier(table)} set blank = false where id = ${id} and blank`,
  )
  await execute(
    req,
    sql`update ${sql.identifier(`_${table}_v`)} set version_blank = false
        where parent_id = ${id} and version_blank`,
  )
}

const isRichText = (value: unknown): value is RichText =>
  Array.isArray((value as RichText | null | undefined)?.root?.children)

const isUnwritten = (field: Field & EditableField, value: unknown): boolean =>
  isRichText(value)
    ? isEmptyRichText(value)
    : showsSame(value, null) || ('defaultValue' in field && showsSame(value, field.defaultValue))

/** Whether every field that a person writes is empty, or as the form has it before anybody writes. */
export const isBlank = (fields: Field[], data: Record<string, unknown>): boolean =>
  editableFields(fields).every((field) => isUnwritten(field, data[field.name]))
