// Closes every endpoint of the REST interface to callers who have not signed in, but those that signing in needs.
import type { Endpoint, Payload } from 'payload'
import { NOT_BY_REQUEST } from '@/cms/access/access'
import { requireKnown } from './sessions'

/** By collection; what each answers to strangers it decides itself. */
const OPEN: Record<string, readonly string[]> = {
  users: [
    'post /login',
    'post /logout',
    'post /refresh-token',
    'get /me',
    'post /forgot-password',
    'post /reset-password',
    'post /first-register',
  ],
  '': ['get /og'],
}

/** What the panel asks before and after somebody is signed in. */
const noRights = (): Response =>
  Response.json({ canAccessAdmin: false, collections: {}, globals: {} })

/** In Payload's form and in that of the workflow. The same for what exists and for what never did. */
const refusal = (): Response =>
  Response.json(
    {
      errors: [{ message: 'You are not allowed to perform this action.' }],
      issues: [{ code: 'notSignedIn' }],
    },
    { status: 403 },
  )

const closed = (endpoints: Endpoint[] | false, name: string): Endpoint[] | false =>
  endpoints &&
  endpoints.map((endpoint) => {
    const { handler, method, path } = endpoint
    const isOpen = OPEN[name]?.includes(`${method} ${path}`)
    const answer = path === '/access' && method === 'get' ? noRights : refusal
    return {
      ...endpoint,
      handler: (req) => {
        requireKnown(req)
        return req.user || isOpen ? handler(req) : answer()
      },
    }
  })

/**
 * Payload's own endpoints look before they ask: restoring a version and asking for one's rights tell a stranger
 * whether a document exists.
 */
export function requireSignIn({ config, collections, globals }: Payload): void {
  Object.assign(config, { endpoints: closed(config.endpoints, '') })
  for (const [slug, collection] of Object.entries(collections))
    Object.assign(collection.config, { endpoints: closed(collection.config.endpoints, slug) })
  for (const global of globals.config)
    Object.assign(global, { endpoints: closed(global.endpoints, global.slug) })
}

/** No request says over HTTP which document a lock is of: an id that is refused would tell which documents there are. */
export function ignoreSentLocks({ collections }: Payload): void {
  const { flattenedFields } = collections['payload-locked-documents'].config
  for (const field of flattenedFields)
    if (field.name === 'document') Object.assign(field, { access: NOT_BY_REQUEST })
}
