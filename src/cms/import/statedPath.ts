// Finds the path that a source states for its article, and reports where the article gets another one.
import type { PayloadRequest } from 'payload'
import { findClaimant, findHolder, describeHolder } from '@/cms/addresses/holders'
import { refuse } from '@/cms/fields/refuse'
import { pathMessage } from '@/cms/wording/fields'
import { articlePath, normalizePath, pathIssues } from '@/domain/addresses/paths'
import { slugify } from '@/domain/addresses/slug'
import { pathOfSlug } from '@/domain/textImport/source/sourceStanding'
import type { Article } from '@/payload-types'
import type { Importing } from './source'
import * as words from './words'

/** The path that the source states; of a new article that states a slug alone, one that no other document has. */
export async function findStatedPath({
  source,
  known,
  notices,
  transaction,
}: Importing): Promise<{ path?: string }> {
  const { path, slug } = source.article.frontMatter
  const req = transaction as PayloadRequest
  refusePath(path, req)
  if (path) return { path }
  const meant = pathOfSlug(slug ?? '')
  if (known && meant && known.path && !known.path.startsWith(meant))
    notices.push(words.slugNotTaken(meant, known.path))
  if (known || !meant) return {}
  const own = { collection: 'articles', id: 0 } as const
  const findTaker = async (candidate: string) =>
    (await findHolder(candidate, req)) ?? (await findClaimant(candidate, own, req))
  const holder = await findTaker(meant)
  let free = meant
  for (let n = 2; pathIssues(free).length > 0 || (await findTaker(free)); n++)
    free = `${meant}-${n}`
  if (free !== meant)
    notices.push(words.addressTaken(meant, holder && (await describeHolder(holder, req)), free))
  return { path: free }
}

/** A draft may have any path; what somebody wrote into a file is refused with its file. */
function refusePath(stated: string | undefined, req: PayloadRequest): void {
  const messages = stated ? pathIssues(normalizePath(stated)).map(pathMessage) : []
  refuse(
    'articles',
    messages.map((message) => ({ path: 'path', message })),
    req,
  )
}

/** Another address than the title's own was made where that one is taken: the person who imports is told by what. */
export async function reportAddress(
  { id, title, path }: Pick<Article, 'id' | 'title' | 'path'>,
  notices: string[],
  req: PayloadRequest,
): Promise<void> {
  const wanted = articlePath(slugify(title))
  if (!path || path === wanted) return
  const own = { collection: 'articles', id } as const
  const holder = (await findHolder(wanted, req)) ?? (await findClaimant(wanted, own, req))
  notices.push(words.addressTaken(wanted, holder && (await describeHolder(holder, req)), path))
}
