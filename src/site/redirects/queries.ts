// Where an old address leads now.
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
  })
  const row = docs[0]
  if (!row) return undefined
  if (row.status === '410') return { status: 410 }
  const to = row.article == null ? row.to : await pathOf(idOf(row.article))
  return to ? { status: Number(row.status) as 301 | 308, to } : undefined
}

async function pathOf(article: number): Promise<string | null | undefined> {
  const door = await openDoor()
  const { docs } = await door.find({
    collection: 'articles',
    where: { id: { equals: article } },
    select: { path: true },
    limit: 1,
  })
  return docs[0]?.path
}
