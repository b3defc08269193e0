// In which fields a save that came too late differs from what is stored now, as an editor reads them.
import type { Field } from 'payload'
import type { NameOf } from '@/domain/readableText'
import { visibleChange } from '@/domain/visibleChange'
import { editableFields } from './editableFields'
import { readable } from './readable'
import type { Difference } from './refusal'

type Data = Record<string, unknown>

/** Characters of one value in a refusal: a long article fits, and a refusal stays an answer that can be sent. */
const MOST = 20_000

const bounded = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)

const labelOf = (field: Field & { name: string }): string =>
  'label' in field && typeof field.label === 'string' ? field.label : field.name

/**
 * Only fields that were sent and that a person writes; the order of keys, the ids of rows, and missing for empty are no
 * differences.
 * @param keys the fields that were sent
 */
export const differences = (
  fields: Field[],
  keys: readonly string[],
  { yours, theirs }: { yours: Data; theirs: Data },
  nameOf: NameOf,
): Difference[] =>
  editableFields(fields)
    .filter(({ name }) => keys.includes(name) && visibleChange(theirs, yours, [name]))
    .map((field) => ({
      field: field.name,
      label: labelOf(field),
      yours: bounded(readable(field, yours[field.name], nameOf)),
      theirs: bounded(readable(field, theirs[field.name], nameOf)),
    }))
