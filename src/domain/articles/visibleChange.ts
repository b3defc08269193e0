// Compares the fields of two versions that a reader sees: only a visible difference moves a document's "updated" date.
import { showsSame } from '../addresses/canonical'
import { fieldsOnPage } from './shownFields'

type Version = Readonly<Record<string, unknown>>

/** True when the fields differ; `fields` defaults to those that the page of an article shows. */
export const visibleChange = (
  before: Version,
  after: Version,
  fields: readonly string[] = fieldsOnPage('articles'),
): boolean => fields.some((field) => !showsSame(before[field], after[field]))
