// Who did it, by name.
import type { PayloadRequest } from 'payload'
import type { Id } from '@/domain/workflow/subject'

export interface Person {
  id: Id
  name: string
}

/** Names as they are now; an account that is gone keeps its number. */
export async function namesOf(ids: Id[], req: PayloadRequest): Promise<(id: Id) => Person> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const known = new Map(docs.map(({ id, name }) => [id, name]))
  return (id) => ({ id, name: known.get(id) ?? `Account ${id}` })
}
