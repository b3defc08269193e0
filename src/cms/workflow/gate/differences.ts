// Lists the fields in which a save that came too late differs from what is stored now, as an editor reads them.
import type { Field } from 'payload'
import { valueInWords, type Naming } from '@/cms/wording/differences'
import { SHOWN_FIELDS, type ShownField } from '@/domain/articles/shownFields'
import type { Kind } from '@/domain/workflow/subject'
import { visibleChange } from '@/domain/articles/visibleChange'
import { editableFields, type EditableField } from '../../records/editableFields'
import type { Difference } from '../../records/refusal'

type Data = Record<string, unknown>

/** Characters of one value in a refusal: a long article fits, and a refusal stays an answer that can be sent. */
const MOST = 20_000

const bounded = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)

const labelOf = (field: Field & { name: string }): string =>
  'label' in field && typeof field.label === 'string' ? field.label : field.name

/** A field that readers get nothing of, such as the date of the next review, is a date or a text. */
const shapeOf = (kind: Kind, { name, type }: EditableField): ShownField =>
  SHOWN_FIELDS[kind].find((field) => field.name === name) ?? {
    name,
    where: 'page',
    as: type === 'date' ? 'date' : 'text',
  }

/**
 * Only fields that were sent and that a person writes; the order of keys, the ids of rows, and missing for empty are no
 * differences.
 * @param keys the fields that were sent
 */
export const differences = (
  { slug, fields }: { slug: string; fields: Field[] },
  keys: readonly string[],
  { yours, theirs }: { yours: Data; theirs: Data },
  naming: Naming,
): Difference[] =>
  editableFields(fields)
    .filter(({ name }) => keys.includes(name) && visibleChange(theirs, yours, [name]))
    .map((field) => {
      const inWords = (document: Data) =>
        bounded(valueInWords(shapeOf(slug as Kind, field), document[field.name], naming))
      const { name } = field
      return { field: name, label: labelOf(field), yours: inWords(yours), theirs: inWords(theirs) }
    })
