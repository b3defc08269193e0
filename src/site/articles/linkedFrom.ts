// Finds the live articles that link to an article: by a Read Also line, or by a link in their text.
import type { Where } from 'payload'
import type { ArticleTitle } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { readerClient, rowsIn } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'

const MOST = 5

// What is looked up of a row, and the fact that stands for it, name the same fields.
const LINK = { title: true, path: true } as const

/** The ones made last first: an order that no change of an article disturbs. */
export async function findLinkedFrom(id: number): Promise<ArticleTitle[]> {
  const client = await readerClient()
  const links = await client.find({
    collection: 'read-also-links',
    where: { article: { equals: id } },
    select: { kind: true },
    tags: [tagFor.readAlsoTo(id)],
  })
  addTag(...links.docs.map((link) => tagFor.readAlsoLink(link.id)))
  const lines = links.docs.filter(({ kind }) => kind === 'internal').map((link) => link.id)
  const newest = async (leadsHere: Where, tags: string[]): Promise<number[]> => {
    const { docs } = await client.find({
      collection: 'articles',
      where: { and: [{ id: { not_equals: id } }, leadsHere] },
      sort: '-id',
      limit: MOST,
      select: {},
      tags,
    })
    return docs.map((article) => article.id)
  }
  // Two questions instead of one with "or", which no index answers.
  const [inText, inLines] = await Promise.all([
    newest({ linkedArticles: { in: [id] } }, [tagFor.linkedFrom(id)]),
    lines.length > 0 ? newest({ readAlsoLinks: { in: lines } }, lines.map(tagFor.readAlsoIn)) : [],
  ])
  const ids = [...new Set([...inText, ...inLines])].sort((a, b) => b - a).slice(0, MOST)
  return rowsIn(client)<ArticleTitle>('articles', ids, tagFor.link, LINK)
}
