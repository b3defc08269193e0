// Whether two versions of a document differ in what a reader sees: only then does its "updated" date move.
import { showsSame } from '../addresses/canonical'
import { fieldsOnPage } from './shownFields'

type Version = Readonly<Record<string, unknown>>

/** True when the fields differ; `fields` defaults to those that the page of an article shows. */
export const visibleChange = (
  before: Version,
  after: Version,
  fields: readonly string[] = fieldsOnPage('articles'),
): boolean => fields.some((field) => !showsSame(before[field], after[field]))
