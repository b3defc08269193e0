// Which addresses are those of live articles or pages.
import { fact } from '@/domain/facts'
import { openDoor } from '@/site/payload'

/** Those of the paths at which readers find something. */
export async function findLive(paths: string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set()
  const door = await openDoor()
  const asked = { where: { path: { in: paths } }, facts: paths.map(fact.path) }
  const [articles, pages] = await Promise.all([
    door.find({ collection: 'articles', select: { path: true }, ...asked }),
    door.find({ collection: 'pages', select: { path: true }, ...asked }),
  ])
  return new Set([...articles.docs, ...pages.docs].flatMap(({ path }) => path ?? []))
}
