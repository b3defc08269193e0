// Serves comments over HTTP: lists them, adds or answers one, settles one or opens it again. An account that may comment may settle.
import type { Endpoint, PayloadRequest } from 'payload'
import { LIMITS } from '@/domain/access/limits'
import { textIssues, tidy } from '@/domain/text/typedText'
import { isRowId } from '@/domain/values/rowId'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import type { Comment } from '@/payload-types'
import { answerJson, readJsonBody, idIn } from '@/cms/access/requests/answerJson'
import { openDocument } from '../../access/openDocument'
import { Refused } from '../../records/refusal'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import { listComments, showComments, type ShownComment } from './list'
import { ofDocument, storeComment } from './store'

interface Asked {
  kind: Kind
  id: Id
  actor: Actor
}

/** One may comment on an older version, but not on one that is still to come. */
const versionIssues = (version: unknown, newest: number): RefusalIssue[] => {
  if (version === undefined) return [{ code: 'versionMissing', field: 'version' }]
  const isOne = Number.isSafeInteger(version) && Number(version) >= 1 && Number(version) <= newest
  return isOne ? [] : [{ code: 'requestInvalid', field: 'version' }]
}

/** The comment of this document, or the one that it answers; undefined when there is no such comment. */
async function findOpened(
  { kind, id }: Omit<Asked, 'actor'>,
  comment: unknown,
  req: PayloadRequest,
): Promise<Comment | undefined> {
  if (!isRowId(comment)) return undefined
  const { docs } = await req.payload.find({
    collection: 'comments',
    where: { and: [ofDocument(kind, id), { id: { equals: comment } }] },
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [found] = docs
  return found?.answers ? findOpened({ kind, id }, found.answers, req) : found
}

/** An account that has more to say opens a settled comment again, so that no answer is overlooked. */
const answerIssues = (answered: Comment | undefined): RefusalIssue[] => {
  if (!answered) return [{ code: 'requestInvalid', field: 'answers' }]
  return answered.settledAt ? [{ code: 'commentSettled' }] : []
}

async function addComment(req: PayloadRequest, asked: Asked): Promise<ShownComment | undefined> {
  const row = await openDocument(asked, 'comment', req)
  const { answers, text: given, version } = await readJsonBody(req)
  const text = typeof given === 'string' ? tidy(given) : ''
  const answered = answers == null ? null : await findOpened(asked, answers, req)
  const issues = [
    ...textIssues('text', text, LIMITS.note),
    ...versionIssues(version, row.version),
    ...(answered === null ? [] : answerIssues(answered)),
  ]
  if (issues.length > 0) throw new Refused(422, issues)
  const { kind, id, actor } = asked
  const said = {
    kind,
    document: id,
    version: Number(version),
    text,
    who: actor.id,
    answers: answered?.id ?? null,
  }
  return (await showComments([await storeComment(said, req)], req))[0]
}

async function settleComment(req: PayloadRequest, asked: Asked): Promise<ShownComment | undefined> {
  await openDocument(asked, 'comment', req)
  const commentId = idIn(req, 'commentId')
  const { settled } = await readJsonBody(req)
  const { actor } = asked
  const comment = await findOpened(asked, commentId, req)
  if (!comment) throw new Refused(404, [{ code: 'notFound' }])
  if (typeof settled !== 'boolean')
    throw new Refused(422, [{ code: 'requestInvalid', field: 'settled' }])
  // The account that settled it first did.
  if (settled === Boolean(comment.settledAt)) return (await showComments([comment], req))[0]
  const data = settled
    ? { settledAt: new Date().toISOString(), settledBy: actor.id }
    : { settledAt: null, settledBy: null }
  const changed = await req.payload.update({
    collection: 'comments',
    id: comment.id,
    data,
    depth: 0,
    req,
  })
  return (await showComments([changed], req))[0]
}

/** The endpoints of one collection. */
export const commentEndpoints = (kind: Kind): Omit<Endpoint, 'root'>[] => [
  {
    path: '/:id/comments',
    method: 'get',
    handler: answerJson(async (req, actor, id) => {
      await openDocument({ kind, id, actor }, 'readWorking', req)
      return listComments(kind, id, req)
    }),
  },
  {
    path: '/:id/comments',
    method: 'post',
    handler: answerJson((req, actor, id) => addComment(req, { kind, id, actor })),
  },
  {
    path: '/:id/comments/:commentId/settle',
    method: 'post',
    handler: answerJson((req, actor, id) => settleComment(req, { kind, id, actor })),
  },
]
