// Guards images: one that a live page shows is part of that page, and so not a writer's to change. What anything names
// is not removed either: plugins/protectNamed.ts.
import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeChangeHook, CollectionConfig, PayloadRequest } from 'payload'
import { execute } from '@/cms/database/sql'
import { allows } from '@/domain/workflow/policy'
import { policyRole } from '../access/actor'
import { Refused } from '../records/refusal'

/** What readers get (findImageFile of site/media), no account changes past the review of what shows it. */
async function isShown(id: number, req: PayloadRequest): Promise<boolean> {
  const shown = await execute(req, sql`select from shown_media where media_id = ${id} limit 1`)
  return shown.length > 0
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
