// Picks out of some addresses those of live articles or pages.
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { readerClient } from '@/site/data/readerClient'

/** Those of the paths at which readers find something. */
export async function findLivePaths(paths: string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set()
  const client = await readerClient()
  const asked = { where: { path: { in: paths } }, tags: paths.map(tagFor.path) }
  const [articles, pages] = await Promise.all([
    client.find({ collection: 'articles', select: { path: true }, ...asked }),
    client.find({ collection: 'pages', select: { path: true }, ...asked }),
  ])
  return new Set([...articles.docs, ...pages.docs].flatMap(({ path }) => path ?? []))
}
