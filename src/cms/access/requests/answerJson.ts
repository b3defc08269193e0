// Answers a request to an endpoint of our own: the caller, what it is about, and the result or the refusal as JSON.
import type { PayloadRequest } from 'payload'
import { isRowId } from '@/domain/values/rowId'
import type { Actor, Id } from '@/domain/workflow/subject'
import { Refused } from '../../records/refusal'
import { actorOf } from '../actor'

export const NO_STORE = { 'Cache-Control': 'private, no-store' }

/** For an endpoint of a whole collection. Refusals are answers; anything else that goes wrong is Payload's to report. */
export const answerSignedIn =
  (respond: (req: PayloadRequest, actor: Actor) => Promise<unknown>) =>
  async (req: PayloadRequest): Promise<Response> => {
    try {
      const actor = await actorOf(req)
      if (!actor) throw new Refused(403, [{ code: 'notSignedIn' }])
      return Response.json(await respond(req, actor), { headers: NO_STORE })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { conflict, issues, status } = error
      return Response.json({ issues, ...conflict }, { status, headers: NO_STORE })
    }
  }

/** The same for an endpoint of one document. */
export const answerJson = (
  respond: (req: PayloadRequest, actor: Actor, id: Id) => Promise<unknown>,
) => answerSignedIn(async (req, actor) => respond(req, actor, idIn(req, 'id')))

/** An id in the address; what cannot be one is answered as what never existed. */
export function idIn(req: PayloadRequest, name: string): Id {
  const id = req.routeParams?.[name]
  if (!isRowId(id)) throw new Refused(404, [{ code: 'notFound' }])
  return Number(id)
}

/** The fields of a request's body; none when it holds no object. */
export async function readJsonBody(req: PayloadRequest): Promise<Record<string, unknown>> {
  const body: unknown = await req.json?.().catch(() => undefined)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}
