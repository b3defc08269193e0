// What readers may see. They come through the site's own door (the Local API, access enforced), never through REST.
import type { Access, PayloadRequest, Where } from 'payload'
import { roleOf } from './mayDo'

/** The readers' pages, asking in this process. */
export const isReader = (req: PayloadRequest): boolean => !req.user && req.payloadAPI === 'local'

/** Live: published, and not in the trash (`?trash=true` would drop Payload's own trash filter). */
export const LIVE: Where = {
  and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
}

const isStaff = (req: PayloadRequest): boolean => roleOf(req.user) !== null

/** Editors read everything, readers what is live, an anonymous REST call nothing. */
export const readLive: Access = ({ req }) => isStaff(req) || (isReader(req) ? LIVE : false)

/** For rows without drafts: editors and readers read everything, an anonymous REST call nothing. */
export const readAny: Access = ({ req }) => isStaff(req) || isReader(req)

/** Versions are the editors' alone. */
export const signedIn: Access = ({ req }) => isStaff(req)
