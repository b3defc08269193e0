// Prints what an import would make of each source, without a database.
import { readImage } from '../../cms/import/image/readImage'
import { IMAGE_FAULTS, imageNotTaken } from '../../cms/import/words'
import { describeMarks } from '../../domain/textImport/messages'
import { formatOutline, formatReceipt } from '../../domain/textImport/receipt/outline'
import type { ParseResult } from '../../domain/textImport/importedArticle'
import { parseArticle } from '../../domain/textImport/parse'
import {
  describeUnread,
  describeIssues,
  readSource,
  unreadResults,
  type Source,
  type Unread,
} from './sources'

/** Prints what would be made of each source, and where each of its characters would go. Opens no database. */
export function dryRun(
  names: string[],
  unread: Unread[],
  { title }: { title?: string },
  json: boolean,
): number {
  let failed = 0
  const all: unknown[] = []
  for (const source of names.map(readSource)) {
    const result = 'text' in source ? parseArticle(source.text, { title }) : undefined
    const errors =
      'errors' in source ? source.errors : result ? describeIssues(source.name, result.issues) : []
    if (errors.length > 0) failed++
    if (json) {
      const { article, receipt, marks } = result ?? {}
      const read = errors.length > 0 ? {} : { article, receipt, marks }
      all.push({ file: source.name, errors, ...read })
      continue
    }
    errors.forEach((line) => console.error(line))
    if (!result || errors.length > 0 || !('text' in source)) continue
    const parts = [
      source.name,
      formatOutline(result),
      ...imageFaults(source, result),
      ...(result.marks.length > 0 ? [describeMarks(result.marks).join('\n')] : []),
      formatReceipt(source.text, result),
    ]
    console.log(parts.join('\n\n'))
  }
  if (json) console.log(JSON.stringify([...all, ...unreadResults(unread)], null, 2))
  else if (unread.length > 0) console.log(`\n${describeUnread(unread).join('\n')}`)
  return failed
}

/** Of a picture that would not be taken over, why. */
function imageFaults({ file }: Source, { article, imageLine }: ParseResult): string[] {
  const image = readImage(article, file)
  return image && 'fault' in image
    ? [imageNotTaken(imageLine, article.frontMatter.image ?? '', IMAGE_FAULTS[image.fault])]
    : []
}
