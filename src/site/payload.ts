// The readers' one door to Payload: access is always enforced, drafts are never asked for, relations stay ids.
import config from '@payload-config'
import { APIError, getPayload, type Payload } from 'payload'

/**
 * `live` is what everybody gets; `working` is an editor's preview and needs a signature that was checked; `noticed` is
 * the text of an article that was withdrawn with a notice, and needs that to have been looked up.
 */
export type View = 'live' | 'working' | 'noticed'

const OPTIONS = {
  live: { overrideAccess: false, draft: false, depth: 0 },
  noticed: { overrideAccess: true, draft: false, depth: 0 },
  working: { overrideAccess: true, draft: true, depth: 0 },
} as const

export interface Door {
  find: Payload['find']
  findGlobal: Payload['findGlobal']
}

export async function openDoor(view: View = 'live'): Promise<Door> {
  const payload = await getPayload({ config })
  return {
    find: (args) => payload.find({ ...args, ...OPTIONS[view] }) as never,
    findGlobal: (args) => payload.findGlobal({ ...args, ...OPTIONS.live }) as never,
  }
}

const REFUSALS: Record<number, 'closed' | 'tooMany'> = { 404: 'closed', 429: 'tooMany' }

/** What became of a remark: `closed` when its review link shows nothing any more. */
export type RemarkOutcome = 'stored' | 'closed' | 'tooMany'

/** The one thing that the readers' side stores: what a guest says on a review link. */
export async function storeRemark(remark: {
  reviewLink: number
  guest: string
  text: string
}): Promise<RemarkOutcome> {
  const payload = await getPayload({ config })
  try {
    // The version and the document are added from the link, on the other side.
    const data = remark as never
    await payload.create({ collection: 'comments', data, overrideAccess: false, depth: 0 })
    return 'stored'
  } catch (error) {
    const refusal = error instanceof APIError ? REFUSALS[error.status] : undefined
    if (!refusal) throw error
    return refusal
  }
}
