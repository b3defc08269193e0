// Tells an account what it may do to a document, and answers 404 for a document that the account may not see.
import { NotFound, type Endpoint, type Where } from 'payload'
import type { Id, Kind } from '@/domain/workflow/subject'
import { visibleDocuments } from './trash'
import { WITHOUT_JOINS } from '@/cms/database/withoutJoins'

const PAYLOADS = '/access/:id?'

/** Comes before Payload's own endpoint, which looks the document up for any caller. */
export const permissionsEndpoint = (kind: Kind): Omit<Endpoint, 'root'> => ({
  path: '/access/:id',
  method: 'post',
  handler: async (req) => {
    const id: Id = Number(req.routeParams?.id)
    const visible = await visibleDocuments(kind, req, id)
    const where: Where = { and: [{ id: { equals: id } }, ...(visible ? [visible] : [])] }
    const document = await req.payload.db.findOne({
      collection: kind,
      where,
      req,
      ...WITHOUT_JOINS,
    })
    const { endpoints } = req.payload.collections[kind].config
    const payloads = (endpoints || []).find(({ path }) => path === PAYLOADS)
    if (!document || !payloads) throw new NotFound(req.t)
    return payloads.handler(req)
  },
})
