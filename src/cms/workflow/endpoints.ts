// The workflow over HTTP: what a document's state is and may become, and one event. The panel and scripts use the same two.
import type { Endpoint, PayloadRequest } from 'payload'
import { onLines } from '@/domain/text/characters'
import { isRowId } from '@/domain/rowId'
import { isStorable } from '@/domain/text/typedText'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import { STATES, WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow/table'
import { previewUrl } from '@/cms/preview'
import { actorOf } from './actor'
import { openDocument } from './openDocument'
import { overviewOf } from './overview'
import { perform, type EventRequest } from './perform'
import { bePresent } from './presence'
import { Refused } from './refusal'

const NO_STORE = { 'Cache-Control': 'private, no-store' }

/** Refusals are answers; anything else that goes wrong is Payload's to report. */
export const answer =
  (respond: (req: PayloadRequest, actor: Actor, id: Id) => Promise<unknown>) =>
  async (req: PayloadRequest): Promise<Response> => {
    try {
      const actor = await actorOf(req)
      if (!actor) throw new Refused(403, [{ code: 'notSignedIn' }])
      return Response.json(await respond(req, actor, idIn(req, 'id')), { headers: NO_STORE })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { conflict, issues, status } = error
      return Response.json({ issues, ...conflict }, { status, headers: NO_STORE })
    }
  }

/** An id in the address; what cannot be one is answered as what never existed. */
export function idIn(req: PayloadRequest, name: string): Id {
  const id = req.routeParams?.[name]
  if (!isRowId(id)) throw new Refused(404, [{ code: 'notFound' }])
  return Number(id)
}

/** The fields of a request's body; none when it holds no object. */
export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  const body: unknown = await req.json?.().catch(() => undefined)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

type Read = (value: unknown) => boolean

const isText: Read = (value) => typeof value === 'string' && isStorable(value)

/** The fields of a request's body; every one but the event may be left out. */
const BODY: Record<string, Read> = {
  event: (value) => WORKFLOW_EVENTS.some((event) => event === value),
  version: (value) => Number.isSafeInteger(value),
  state: (value) => STATES.some((state) => state === value),
  note: isText,
  at: isText,
  reason: isText,
  target: (value) => value === null || isRowId(value),
}

async function readBody(
  req: PayloadRequest,
): Promise<Omit<EventRequest, 'kind' | 'id' | 'actor'> & { event: WorkflowEvent }> {
  const body = await bodyOf(req)
  const given = typeof body.note === 'string' ? { ...body, note: onLines(body.note) } : body
  const wrong = Object.entries(BODY).filter(
    ([field, isRight]) =>
      (field === 'event' || given[field] !== undefined) && !isRight(given[field]),
  )
  if (wrong.length > 0)
    throw new Refused(
      422,
      wrong.map(([field]) => ({ code: 'requestInvalid', field })),
    )
  return Object.fromEntries(Object.keys(BODY).map((field) => [field, given[field]])) as never
}

/** A preview's own address is good for an hour; this one, for whoever is signed in, leads to one that has just been made. */
const previewEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/preview',
  method: 'get',
  handler: async (req) => {
    const opened = await answer((request, actor, id) =>
      openDocument({ kind: 'articles', id, actor }, 'readWorking', request),
    )(req)
    if (!opened.ok) return opened
    const Location = previewUrl(req.routeParams?.id) ?? '/'
    return new Response(null, { status: 302, headers: { ...NO_STORE, Location } })
  },
}

/** The endpoints of one collection. */
export const eventsEndpoints = (kind: Kind): Omit<Endpoint, 'root'>[] => [
  {
    path: '/:id/workflow',
    method: 'get',
    handler: answer((req, actor, id) => overviewOf(kind, id, actor, req)),
  },
  {
    path: '/:id/events',
    method: 'post',
    handler: answer(async (req, actor, id) =>
      perform(req, { kind, id, actor, ...(await readBody(req)) }),
    ),
  },
  ...(kind === 'articles' ? [previewEndpoint] : []),
  {
    path: '/:id/presence',
    method: 'post',
    handler: answer((req, actor, id) => bePresent(kind, id, actor, req)),
  },
]
