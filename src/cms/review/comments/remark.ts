// Turns a guest's remark into a comment: everything but the name and the words is taken from the review link.
import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { remarkIssues, REMARKS_PER_HOUR, tidyRemark } from '@/domain/articles/review/remark'
import { linkStanding } from '@/domain/articles/review/reviewLink'
import type { Id } from '@/domain/workflow/subject'
import type { Comment, ReviewLink } from '@/payload-types'
import { idOf } from '../../records/documents'
import { Refused } from '../../records/refusal'
import { findRows } from '../../records/rows'

const HOUR = 60 * 60 * 1000

/** Two remarks through one link are counted one after the other. */
async function lockLink(id: Id, req: PayloadRequest): Promise<ReviewLink | undefined> {
  await execute(req, sql`select id from review_links where id = ${id} for update`)
  const where = { id: { equals: id } }
  return (
    (await req.payload.db.findOne<ReviewLink>({ collection: 'review-links', where, req })) ??
    undefined
  )
}

async function requireRoom(id: Id, req: PayloadRequest): Promise<void> {
  const since = new Date(Date.now() - HOUR).toISOString()
  const { totalDocs } = await req.payload.count({
    collection: 'comments',
    where: { and: [{ reviewLink: { equals: id } }, { createdAt: { greater_than: since } }] },
    req,
  })
  if (totalDocs >= REMARKS_PER_HOUR)
    throw new Refused(429, [{ code: 'remarksTooMany', max: REMARKS_PER_HOUR }])
}

/** @throws Refused with 404 when the link shows nothing (any more), 422 and 429 as the issues say */
export const remarkOnLink: CollectionBeforeValidateHook<Comment> = async ({
  data,
  operation,
  req,
}) => {
  const id = idOf(data?.reviewLink)
  if (operation !== 'create' || id === null) return data
  const link = await lockLink(id, req)
  const [row] = link ? await findRows(link.kind, [link.document], req) : []
  const now = new Date().toISOString()
  if (!link || linkStanding(link, row?.version, now) !== 'open')
    throw new Refused(404, [{ code: 'notFound' }])
  const { name, text } = tidyRemark({ name: data?.guest ?? '', text: data?.text ?? '' })
  const issues = remarkIssues({ name, text })
  if (issues.length > 0) throw new Refused(422, issues)
  await requireRoom(id, req)
  const { kind, document, version } = link
  return { kind, document, version, text, guest: name, reviewLink: id }
}
