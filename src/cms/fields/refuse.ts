// Refuses a write in Payload's form: the panel shows each message at its field, REST answers 400 with the list.
import { ValidationError, type PayloadRequest } from 'payload'

/** Throws when there is anything to refuse. `path` is the field's path, such as `sources.0.url`. */
export function refuse(
  collection: string,
  errors: { path: string; message: string }[],
  req: PayloadRequest,
): void {
  // A draft that was not saved shows only the sentence above the fields, so the sentence gives the reason too.
  const labelled = errors.map((error) => ({ ...error, label: `${error.path}: ${error.message}` }))
  if (errors.length > 0) throw new ValidationError({ collection, errors: labelled, req }, req.t)
}
