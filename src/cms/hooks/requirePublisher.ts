// The gate on the resulting status: whichever door a write came through, only a publisher makes or unmakes what is live.
import {
  Forbidden,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
} from 'payload'
import { may } from '@/domain/roles'

/** Payload tells a draft save from a write to the live row only here, in the arguments of the operation. */
const noteDraftSave: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  req.context[`savesDraft:${collection.slug}`] = 'draft' in args && args.draft === true
  return args
}

/** A write without a user comes from a command on this machine, which was trusted with the database already. */
const requirePublisher: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!req.user || may(req.user.role, 'publish')) return data
  if (data._status === 'published') throw new Forbidden(req.t)
  if (!originalDoc || req.context[`savesDraft:${collection.slug}`]) return data
  const live = await req.payload.db.findOne<{ id: number; _status?: string }>({
    collection: collection.slug,
    where: { id: { equals: originalDoc.id } },
    req,
  })
  if (live?._status === 'published') throw new Forbidden(req.t)
  return data
}

/** Adds the gate to a collection with drafts. */
export const gated = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [noteDraftSave, ...(config.hooks?.beforeOperation ?? [])],
    beforeChange: [requirePublisher, ...(config.hooks?.beforeChange ?? [])],
  },
})
