// Finds the addresses of live articles, for the links to them.
import type { Away } from '@/domain/articles/article'
import { tagFor } from '@/domain/cacheTags/cacheTags'
import { readerClient, rowFinder } from '@/site/data/readerClient'
import { idOf, LINK, type LinkRow } from '@/site/data/rows'

/** The address of a live article. */
export async function findPath(id: number): Promise<string | undefined> {
  return (await findLinkTargets([id]))[0]?.path || undefined
}

/** The live articles among these. */
export async function findLinkTargets(ids: number[]): Promise<{ id: number; path: string }[]> {
  const rows = rowFinder(await readerClient())
  const targets = await rows<LinkRow>('articles', ids, tagFor.link, LINK)
  return targets.map(({ id, path }) => ({ id, path: path ?? '' }))
}

/**
 * Why readers do not get some of these articles; those that they get are left out.
 * @param working those that are not in the trash
 */
export async function findAway(
  ids: number[],
  working: readonly { id: number }[],
): Promise<Map<number, Away>> {
  const live = (await findLinkTargets(ids)).map(({ id }) => id)
  const there = working.map(({ id }) => id)
  return new Map(
    ids
      .filter((id) => !live.includes(id))
      .map((id) => [id, there.includes(id) ? 'notLive' : 'inTrash']),
  )
}

/** The address of the live article that carries an FAQ item's markup. */
export async function findHomePath(item: number): Promise<string | undefined> {
  const client = await readerClient()
  const where = { item: { equals: item } }
  const { docs } = await client.find({
    collection: 'faq-homes',
    where,
    limit: 1,
    tags: [tagFor.home(item)],
  })
  return docs[0] && findPath(idOf(docs[0].article))
}
