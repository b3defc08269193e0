// Serves the workflow over HTTP: what a document's state is and may become, and one event. The panel and scripts use the same two.
import type { Endpoint, PayloadRequest } from 'payload'
import { onLines } from '@/domain/text/characters'
import { isData } from '@/domain/values/isData'
import { isRowId } from '@/domain/values/rowId'
import { isStorable } from '@/domain/text/typedText'
import type { Kind, PartVersion } from '@/domain/workflow/subject'
import { STATES, WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow/table'
import { previewUrl } from '@/cms/addresses/preview'
import { answerJson, NO_STORE, readJsonBody } from '@/cms/access/requests/answerJson'
import { openDocument } from '../access/openDocument'
import { overviewOf } from './overview/overview'
import { copyForArticle } from './events/copyForArticle'
import { perform, type EventRequest } from './events/perform'
import { bePresent } from './overview/presence'
import { Refused } from '../records/refusal'
import { isKind } from '../records/rows'

type Read = (value: unknown) => boolean

const isText: Read = (value) => typeof value === 'string' && isStorable(value)

const isPartVersion: Read = (value) =>
  isData(value) &&
  isKind(String(value.kind)) &&
  isRowId(value.id) &&
  Number.isSafeInteger(value.version)

/** The fields of a request's body; every one but the event may be left out. */
const BODY: Record<string, Read> = {
  event: (value) => WORKFLOW_EVENTS.some((event) => event === value),
  version: (value) => Number.isSafeInteger(value),
  state: (value) => STATES.some((state) => state === value),
  note: isText,
  at: isText,
  reason: isText,
  target: (value) => value === null || isRowId(value),
  parts: (value) => Array.isArray(value) && value.every(isPartVersion),
}

async function readBody(
  req: PayloadRequest,
): Promise<Omit<EventRequest, 'kind' | 'id' | 'actor'> & { event: WorkflowEvent }> {
  const body = await readJsonBody(req)
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

/** A preview's own address is good for an hour; this one, for accounts, redirects to one that has just been made. */
const previewEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/preview',
  method: 'get',
  handler: async (req) => {
    const opened = await answerJson((request, actor, id) =>
      openDocument({ kind: 'articles', id, actor }, 'readWorking', request),
    )(req)
    if (!opened.ok) return opened
    const Location = previewUrl(req.routeParams?.id) ?? '/'
    return new Response(null, { status: 302, headers: { ...NO_STORE, Location } })
  },
}

/** Takes the version of the article and the part that were seen; the part's change stays in this article. */
const copiesEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/copies',
  method: 'post',
  handler: answerJson(async (req, actor, id) => {
    const { part, version } = await readJsonBody(req)
    if (!isPartVersion(part)) throw new Refused(422, [{ code: 'requestInvalid', field: 'part' }])
    if (!Number.isSafeInteger(version))
      throw new Refused(422, [{ code: 'requestInvalid', field: 'version' }])
    return copyForArticle(req, actor, id, Number(version), part as PartVersion)
  }),
}

/** The endpoints of one collection. */
export const eventsEndpoints = (kind: Kind): Omit<Endpoint, 'root'>[] => [
  {
    path: '/:id/workflow',
    method: 'get',
    handler: answerJson((req, actor, id) => overviewOf(kind, id, actor, req)),
  },
  {
    path: '/:id/events',
    method: 'post',
    handler: answerJson(async (req, actor, id) =>
      perform(req, { kind, id, actor, ...(await readBody(req)) }),
    ),
  },
  ...(kind === 'articles' ? [previewEndpoint, copiesEndpoint] : []),
  {
    path: '/:id/presence',
    method: 'post',
    handler: answerJson((req, actor, id) => bePresent(kind, id, actor, req)),
  },
]
