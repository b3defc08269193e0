// Where an old address leads now.
import { fact } from '@/domain/facts'
import { findPath } from '@/site/articles/targets'
import { openDoor } from '@/site/payload'
import { idOf } from '@/site/rows'

export type Redirect = { status: 301 | 308; to: string } | { status: 410 }

/** A redirect to an article that is not live leads nowhere, and so does not exist for readers. */
export async function findRedirect(path: string): Promise<Redirect | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'redirects',
    where: { from: { equals: path } },
    limit: 1,
    facts: [fact.path(path)],
  })
  const row = docs[0]
  if (!row) return undefined
  if (row.status === '410') return { status: 410 }
  const to = row.article == null ? row.to : await findPath(idOf(row.article))
  return to ? { status: Number(row.status) as 301 | 308, to } : undefined
}
