// Defines the query that finds what readers may see.
import type { Where } from 'payload'

/** Live: published, and not in the trash (`?trash=true` would drop Payload's own trash filter). */
export const LIVE: Where = {
  and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
}
