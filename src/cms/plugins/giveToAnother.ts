// Gives what names an author, a category or a topic to another one: each document by a save and the workflow's own steps.
import type { Endpoint, PayloadRequest } from 'payload'
import { inTransaction } from '@/cms/database/transaction'
import { policyRole } from '@/cms/access/actor'
import { findWorking } from '@/cms/records/documents'
import { answerJson, readJsonBody } from '@/cms/access/requests/answerJson'
import { perform } from '@/cms/workflow/events/perform'
import { Refused } from '@/cms/records/refusal'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import { isKind, lockRow } from '@/cms/records/rows'
import { isRowId } from '@/domain/values/rowId'
import { referenceIds } from '@/domain/text/richTextWalk'
import { ruleFor } from '@/domain/workflow/table'
import { grantsFor } from '@/domain/workflow/policy'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import { fieldsNaming, findNaming } from '../records/findNaming'
import type { NamingDocument } from '@/cms/wording/naming'

type Given = 'authors' | 'categories' | 'topics'

/**
 * What became of one document: readers get it with the other name (`live`), it waits for an approval (`inReview`), it
 * was saved and its checklist says what is missing (`draft`), or nothing was done to it (`refused`).
 */
export interface GivenDocument extends Pick<NamingDocument, 'collection' | 'id' | 'title'> {
  became: 'live' | 'inReview' | 'draft' | 'refused'
  issues: RefusalIssue[]
}

interface Exchange {
  collection: Given
  from: Id
  to: Id
  actor: Actor
  /** Goes into the record. */
  note: string
}

/** The fields of a document that name the one, naming the other; a list names no row twice. */
function exchanged(
  document: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  { from, to }: Exchange,
): Record<string, unknown> {
  const naming = fields.filter((field) => referenceIds(document[field]).includes(from))
  return Object.fromEntries(
    naming.map((field) => {
      const ids = referenceIds(document[field]).map((id) => (id === from ? to : id))
      return [field, Array.isArray(document[field]) ? [...new Set(ids)] : to]
    }),
  )
}

/** The save, by the caller, from the version that is there; what was live goes on its way to be live again. */
async function giveOne(
  kind: Kind,
  id: Id,
  exchange: Exchange,
  req: PayloadRequest,
): Promise<Pick<GivenDocument, 'became' | 'issues'>> {
  const { actor, collection, note } = exchange
  const row = await lockRow(kind, id, req)
  const working = row && (await findWorking(kind, id, req))
  if (!row || !working) throw new Refused(404, [{ code: 'notFound' }])
  const fields = fieldsNaming(collection, req.payload.collections[kind].config.flattenedFields)
  const data = exchanged({ ...working }, fields, exchange)
  const wasLive = row.state === 'published'
  if (Object.keys(data).length > 0)
    await req.payload.update({
      collection: kind,
      id,
      draft: true,
      depth: 0,
      data: { ...data, workflowVersion: row.version } as never,
      overrideAccess: false,
      user: req.user,
      req,
    })
  // What was in work before goes on as its editor decides.
  if (!wasLive) return { became: row.state === 'in_review' ? 'inReview' : 'draft', issues: [] }
  const isForced = ruleFor('forcePublish', 'draft', actor.role) !== undefined
  const event = isForced ? 'forcePublish' : 'submit'
  try {
    await perform(req, { kind, id, event, actor, note, version: 'latest' })
    return { became: isForced ? 'live' : 'inReview', issues: [] }
  } catch (error) {
    // What Payload itself refuses in the middle undoes the save, too.
    if (!(error instanceof Refused) || error.issues.some(({ code }) => code === 'fieldInvalid'))
      throw error
    return { became: 'draft', issues: error.issues }
  }
}

async function giveAll(exchange: Exchange, req: PayloadRequest): Promise<GivenDocument[]> {
  const { documents } = await findNaming(exchange.collection, exchange.from, req, Infinity)
  const given: GivenDocument[] = []
  for (const { collection, id, title, in: where } of documents) {
    // The history is as it was.
    if (where === 'history' || id === null || !isKind(collection)) continue
    const own = { payload: req.payload, user: req.user, context: {} } as PayloadRequest
    const became = await inTransaction(own, () => giveOne(collection, id, exchange, own)).catch(
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error
        return { became: 'refused' as const, issues: error.issues }
      },
    )
    given.push({ collection, id, title, ...became })
  }
  return given
}

const findName = async (collection: Given, id: Id, req: PayloadRequest): Promise<string> =>
  (await req.payload.findByID({ collection, id, depth: 0, req })).name

/** `POST /api/{collection}/{id}/give` with `{to}`: 200 `{given: GivenDocument[]}`. */
export const giveEndpoint = (collection: Given): Omit<Endpoint, 'root'> => ({
  path: '/:id/give',
  method: 'post',
  handler: answerJson(async (req, actor, from) => {
    if (grantsFor(collection, 'deleteForEver', policyRole(req)).length === 0)
      throw new Refused(403, [
        { code: 'operationNotAllowed', operation: 'deleteForEver', state: null },
      ])
    const { to } = await readJsonBody(req)
    const rows = await req.payload.count({
      collection,
      where: { id: { in: [from, isRowId(to) ? Number(to) : 0] } },
      req,
    })
    if (rows.totalDocs !== 2) throw new Refused(422, [{ code: 'requestInvalid', field: 'to' }])
    const names = [
      await findName(collection, from, req),
      await findName(collection, Number(to), req),
    ]
    const note = `Given from “${names[0]}” to “${names[1]}”.`
    return { given: await giveAll({ collection, from, to: Number(to), actor, note }, req) }
  }),
})
