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
    collection: 'read-also-links',
    where: { article: { equals: id } },
    select: { kind: true },
    facts: [fact.readAlsoTo(id)],
  })
  dependOn(...links.docs.map((link) => fact.readAlsoLink(link.id)))
  const lines = links.docs.filter(({ kind }) => kind === 'internal').map((link) => link.id)
  const newest = async (leadsHere: Where, facts: string[]): Promise<number[]> => {
    const { docs } = await door.find({
      collection: 'articles',
      where: { and: [{ id: { not_equals: id } }, leadsHere] },
      sort: '-id',
      limit: MOST,
      select: {},
      facts,
    })
    return docs.map((article) => article.id)
  }
  // Two questions instead of one with "or", which no index answers.
  const [inText, inLines] = await Promise.all([
    newest({ linkedArticles: { in: [id] } }, [fact.linkedFrom(id)]),
    lines.length > 0 ? newest({ readAlsoLinks: { in: lines } }, lines.map(fact.readAlsoIn)) : [],
  ])
  const ids = [...new Set([...inText, ...inLines])].sort((a, b) => b - a).slice(0, MOST)
  return rowsIn(door)<ArticleTitle>('articles', ids, fact.link, LINK)
}
