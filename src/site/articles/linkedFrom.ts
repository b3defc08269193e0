// Finds the live articles that link to an article: by a Read Also line, or by a link in their text.
import type { Where } from 'payload'
import type { ArticleTitle } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { readerClient, rowFinder } from '@/site/data/readerClient'
import { addTag } from '@/site/data/reading'
import { LINK } from '@/site/data/rows'

const MAX_LINKS = 5

/** In the order in which they were made, the last one first: no change of an article disturbs it. */
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
      limit: MAX_LINKS,
      select: {},
      tags,
    })
    return docs.map((article) => article.id)
  }
  // Two queries instead of one with "or", which no index answers.
  const [inText, inLines] = await Promise.all([
    newest({ linkedArticles: { in: [id] } }, [tagFor.linkedFrom(id)]),
    lines.length > 0 ? newest({ readAlsoLinks: { in: lines } }, lines.map(tagFor.readAlsoIn)) : [],
  ])
  const ids = [...new Set([...inText, ...inLines])].sort((a, b) => b - a).slice(0, MAX_LINKS)
  return rowFinder(client)<ArticleTitle>('articles', ids, tagFor.link, LINK)
}
