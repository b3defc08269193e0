// Serves review links over HTTP: makes one for the working version, lists them, revokes one. Articles alone have a page to show.
import type { Endpoint, PayloadRequest } from 'payload'
import { LIMITS } from '@/domain/access/limits'
import { daysIssues, expiryOf, REVIEW_DAYS } from '@/domain/articles/review/reviewLink'
import { textIssues, tidy } from '@/domain/text/typedText'
import type { Actor, Id, Kind } from '@/domain/workflow/subject'
import { ofDocument } from '../comments/store'
import { answerJson, readJsonBody, idIn } from '@/cms/access/requests/answerJson'
import { openDocument } from '../../access/openDocument'
import { Refused } from '../../records/refusal'
import type { RefusalIssue } from '@/cms/wording/panelIssue'
import { createLink, listLinks, shownLinks, type ShownLink } from './links'

const openArticle = (req: PayloadRequest, actor: Actor, id: Id) =>
  openDocument({ kind: 'articles', id, actor }, 'shareForReview', req)

const invalidField = (field: string): RefusalIssue[] => [{ code: 'requestInvalid', field }]

/**
 * `version`, when it is given, is the one that was on the screen: no account shares what it has not seen. Null is as good
 * as nothing for each of the three.
 */
async function makeLink(req: PayloadRequest, actor: Actor, id: Id): Promise<ShownLink | undefined> {
  const row = await openArticle(req, actor, id)
  const given = await readJsonBody(req)
  const { days, label, version } = {
    days: given.days ?? REVIEW_DAYS.usual,
    label: given.label ?? '',
    version: given.version ?? row.version,
  }
  const issues = [
    ...(typeof label === 'string'
      ? textIssues('label', tidy(label), LIMITS.name, false)
      : invalidField('label')),
    ...daysIssues(days),
    ...(Number.isSafeInteger(version) ? [] : invalidField('version')),
  ]
  if (issues.length > 0) throw new Refused(422, issues)
  if (version !== row.version) {
    const stale = { code: 'stale', field: 'version', given: Number(version) } as const
    throw new Refused(409, [{ ...stale, version: row.version }])
  }
  const expiresAt = expiryOf(new Date().toISOString(), Number(days))
  const made = { label: tidy(String(label)), expiresAt, createdBy: actor.id }
  return (await shownLinks([await createLink(row, made, req)], row, req))[0]
}

async function revokeLink(
  req: PayloadRequest,
  actor: Actor,
  id: Id,
): Promise<ShownLink | undefined> {
  const row = await openArticle(req, actor, id)
  const { docs } = await req.payload.find({
    collection: 'review-links',
    where: { and: [ofDocument('articles', id), { id: { equals: idIn(req, 'linkId') } }] },
    depth: 0,
    req,
  })
  const [link] = docs
  if (!link) throw new Refused(404, [{ code: 'notFound' }])
  const data = { revokedAt: link.revokedAt ?? new Date().toISOString() }
  const revoked = await req.payload.update({
    collection: 'review-links',
    id: link.id,
    data,
    depth: 0,
    req,
  })
  return (await shownLinks([revoked], row, req))[0]
}

/** The endpoints of one collection. */
export const reviewLinkEndpoints = (kind: Kind): Omit<Endpoint, 'root'>[] =>
  kind !== 'articles'
    ? []
    : [
        {
          path: '/:id/review-links',
          method: 'get',
          handler: answerJson(async (req, actor, id) => ({
            links: await listLinks(await openArticle(req, actor, id), req),
          })),
        },
        { path: '/:id/review-links', method: 'post', handler: answerJson(makeLink) },
        {
          path: '/:id/review-links/:linkId/revoke',
          method: 'post',
          handler: answerJson(revokeLink),
        },
      ]
