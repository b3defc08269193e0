// Describes what one import is given, compares its source with earlier ones, and dates it.
import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { readClock } from '@/cms/database/clock'
import type { Transaction } from '@/cms/database/transaction'
import { formerPath } from '@/domain/addresses/paths'
import type { ImportedArticle } from '@/domain/textImport/importedArticle'
import { fingerprint } from '@/domain/textImport/source/sameArticle'
import { parseSourceDate, readDates, type ReadDates } from '@/domain/textImport/source/sourceDate'
import { fileSays } from '@/domain/textImport/source/sourceStanding'
import { titleKey } from '@/domain/addresses/titleKey'
import type { prepareImage } from './image/prepareImage'
import type { ImportRun, KnownArticle, LookAlike, Source } from './knownSources'
import type { Edits } from './saveFaqItems'
import { pathOf } from './saveFormerPaths'

export interface ImportSource {
  text: string
  article: ImportedArticle
  /** The address that the source states for itself, as it is written there. */
  address?: string
  /** The line of the picture that its front matter names. */
  imageLine?: number
  /** Keys of the front matter of which something was not taken over. */
  notTaken?: string[]
  /** Absolute path; absent for standard input. */
  file?: string
  /** The file's name within the imported folder. */
  name?: string
  /** The site that the source comes from, where it does not say so itself. */
  site?: string
  author?: string
  category?: string
  publish: boolean
  /** Also under a title that was only proposed. */
  acceptProposals?: boolean
  /** The number or the path of the article that it is a version of, whatever else it looks like. */
  versionOf?: string
  edits?: Edits
  /** The sources that are imported together. */
  run?: ImportRun
}

/** A source on its way to its article: what is found out of both, and what the person who imports is told. */
export interface Importing {
  source: ImportSource
  described: Source
  image: Awaited<ReturnType<typeof prepareImage>>
  dates: ReadDates
  known: KnownArticle | undefined
  lookAlikes: LookAlike[]
  notices: string[]
  transaction: Transaction
}

/** Another picture in the file that the source names makes it another source. */
export function describeSource(
  { address, article, text, file, name, site }: ImportSource,
  image: Importing['image'],
): Source {
  const { sourceId, site: stated } = article.frontMatter
  return {
    sourceId,
    site: stated ?? site,
    address: address && formerPath(pathOf(address)),
    file,
    name,
    hash: createHash('sha256')
      .update(image && 'hash' in image ? text + image.hash : text)
      .digest('hex'),
    titleKey: titleKey(article.title?.text ?? ''),
    fingerprint: fingerprint(text),
    telling: fingerprint(longestLines(text)),
  }
}

/** Headings recur from article to article; the longest lines are an article's own. */
const longestLines = (text: string): string =>
  text
    .split('\n')
    .sort((a, b) => b.length - a.length)
    .slice(0, 12)
    .join('\n')

/** When the source says that it was published and changed; a file may say the day of its publication in its name. */
export async function readSourceDates(
  { article: { frontMatter }, file }: ImportSource,
  transaction: Transaction,
): Promise<ReadDates> {
  const req = transaction as PayloadRequest
  const { published = '', publishedAt, date, createdAt, modifiedAt, expires } = frontMatter
  const { timeZone } = await transaction.payload.findGlobal({
    slug: 'site-settings',
    depth: 0,
    req,
  })
  const stated = {
    published:
      publishedAt ??
      (parseSourceDate(published) ? published : undefined) ??
      date ??
      createdAt ??
      fileSays(file ?? '').day,
    modified: modifiedAt,
    expires,
  }
  return readDates(stated, await readClock(req), timeZone || 'UTC')
}

export const isSameText = (known: KnownArticle | undefined, { hash }: Source): boolean =>
  known?.earlier?.hash === hash
