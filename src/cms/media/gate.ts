// Guards images: one that a live page shows is part of that page, and so not a writer's to change. What anything names
// is not removed either: plugins/protectNamed.ts.
import type { CollectionBeforeChangeHook, CollectionConfig, PayloadRequest, Where } from 'payload'
import { LIVE } from '@/cms/access/readers'
import { bodyReferences } from '@/domain/articles/references'
import { allows } from '@/domain/workflow/policy'
import type { Workflow } from '@/payload-types'
import { policyRole } from '../access/actor'
import { idOf } from '../records/documents'
import { Refused } from '../records/refusal'

async function isOnPage(id: number, req: PayloadRequest): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'pages',
    where: LIVE,
    select: { body: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs.some(({ body }) => bodyReferences(body).media.includes(id))
}

/** The portrait of somebody who wrote or checked what is live. */
async function isPhoto(id: number, req: PayloadRequest): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'authors',
    where: { photo: { equals: id } },
    select: {},
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  if (docs.length === 0) return false
  const people = { in: docs.map((author) => author.id) }
  const { totalDocs } = await req.payload.count({
    collection: 'articles',
    where: { and: [LIVE, { or: [{ authors: people }, { reviewer: people }] }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/** Readers go on seeing the text of an article that was withdrawn with a notice, under it. */
async function noticed(req: PayloadRequest): Promise<Where> {
  const { docs } = await req.payload.db.find<Pick<Workflow, 'document' | 'withdrawal'>>({
    collection: 'workflows',
    where: { and: [{ kind: { equals: 'articles' } }, { withdrawnPath: { exists: true } }] },
    select: { document: true, withdrawal: true },
    pagination: false,
    limit: 0,
    req,
  })
  const ids = docs
    .filter(({ withdrawal }) => (withdrawal as { reason?: string } | null)?.reason === 'notice')
    .map(({ document }) => document)
  return { id: { in: ids } }
}

/** What findImageFile (site/media) gives readers, no account changes past the review of what shows it. */
async function isShown(id: number, req: PayloadRequest): Promise<boolean> {
  const { payload } = req
  const shows: Where = { or: [{ heroImage: { equals: id } }, { images: { in: [id] } }] }
  const { totalDocs } = await payload.count({
    collection: 'articles',
    where: { and: [{ or: [LIVE, await noticed(req)] }, shows] },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0 || (await isOnPage(id, req)) || (await isPhoto(id, req))) return true
  const { organization, shareImage } = await payload.findGlobal({
    slug: 'site-settings',
    depth: 0,
    req,
  })
  return [organization.logo, shareImage].some((picture) => idOf(picture) === id)
}

const passChange: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update') return data
  const visibility = (await isShown(Number(originalDoc?.id), req)) ? 'live' : 'never'
  const situation = { state: null, visibility, own: true, trashed: false } as const
  if (!allows('media', 'edit', policyRole(req), situation))
    throw new Refused(403, [{ code: 'operationNotAllowed', operation: 'edit', state: null }])
  return data
}

/** Adds the gate to the images. */
export const gateMedia = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeChange: [passChange, ...(config.hooks?.beforeChange ?? [])],
  },
})
