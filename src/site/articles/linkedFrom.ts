// Which live articles lead to an article: by a Read Also line, or by a link in their text.
import type { Where } from 'payload'
import type { ArticleTitle } from '@/domain/article'
import { fact } from '@/domain/facts'
import { openDoor, rowsIn } from '@/site/payload'
import { dependOn } from '@/site/reading'

const MOST = 5

// What is looked up of a row, and the fact that stands for it, name the same fields.
const LINK = { title: true, path: true } as const

/** The ones made last first: an order that no change of an article disturbs. */
export async function findLinkedFrom(id: number): Promise<ArticleTitle[]> {
  const door = await openDoor()
  const links = await door.find({
    ...{ collection: 'read-also-links', where: { article: { equals: id } } },
    ...{ select: { kind: true }, facts: [fact.readAlsoTo(id)] },
  })
  dependOn(...links.docs.map((link) => fact.readAlsoLink(link.id)))
  const lines = links.docs.filter(({ kind }) => kind === 'internal').map((link) => link.id)
  const leadsHere: Where[] = [
    { linkedArticles: { in: [id] } },
    ...(lines.length > 0 ? [{ readAlsoLinks: { in: lines } }] : []),
  ]
  const { docs } = await door.find({
    collection: 'articles',
    where: { and: [{ id: { not_equals: id } }, { or: leadsHere }] },
    sort: '-id',
    ...{ limit: MOST, select: {} },
    facts: [fact.linkedFrom(id), ...lines.map(fact.readAlsoIn)],
  })
  const ids = docs.map((article) => article.id)
  return rowsIn(door)<ArticleTitle>('articles', ids, fact.link, LINK)
}
