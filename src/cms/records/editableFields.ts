// Lists the top-level fields of a document that a person writes; hooks write the rest. The server and the panel ask alike.

/** What Payload's fields on the server and in the browser have in common. */
interface AnyField {
  type: string
  name?: string
  virtual?: unknown
  admin?: { hidden?: boolean; readOnly?: boolean } | object
  fields?: readonly unknown[]
  tabs?: readonly unknown[]
}

export interface EditableField {
  name: string
  type: string
}

const SHOWN_ONLY = ['ui', 'join']

const isWritten = ({ admin, type, virtual }: AnyField): boolean =>
  !SHOWN_ONLY.includes(type) &&
  !virtual &&
  !(admin && 'hidden' in admin && admin.hidden) &&
  !(admin && 'readOnly' in admin && admin.readOnly)

/** In the order in which the form has them; fields without a name of their own are looked through. */
export const editableFields = <Field extends { type: string }>(
  fields: readonly Field[],
): (Field & EditableField)[] =>
  (fields as readonly (Field & AnyField)[]).filter(isWritten).flatMap((field) => {
    if (field.name && field.type !== 'tab') return [field as Field & EditableField]
    const inner = (field.tabs ?? field.fields ?? []) as readonly Field[]
    return field.tabs
      ? inner.flatMap((tab) => editableFields((tab as AnyField).fields as readonly Field[]))
      : editableFields(inner)
  })
