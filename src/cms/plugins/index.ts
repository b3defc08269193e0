// Lists the plugins of the configuration in the order in which Payload applies them, each with the reason for it and for its place.
import type { CollectionConfig, CollectionSlug, Plugin } from 'payload'
import { boundReads } from '@/cms/access/requests/boundReads'
import { stateCacheTags } from '@/cms/database/cacheTags'
import { checkCommits } from '@/cms/database/transaction'
import { guardCollection, guardGlobal } from '@/cms/fields/input/guardInput'
import { requireRows } from '@/cms/fields/input/requireRows'
import { gateMedia } from '@/cms/media/gate'
import { storeMedia } from '@/cms/media/storeMedia'
import { notifyOfEvents } from '@/cms/notices/notifyOfEvents'
import { KINDS } from '@/cms/records/rows'
import { commentOnRequest } from '@/cms/review/comments/commentOnRequest'
import { addWorkflowListeners } from '@/cms/workflow/events/listeners'
import { addReview } from './review'
import { protectNamed } from './protectNamed'
import { saveSafely } from './safeSaving'
import { addWorkflow } from './workflow'
import { showWorkflow } from './workflowPanel'

type Change = (collection: CollectionConfig) => CollectionConfig

const change =
  (changed: Change, slugs?: readonly CollectionSlug[]): Plugin =>
  ({ collections = [], ...config }) => ({
    ...config,
    collections: collections.map((collection) =>
      !slugs || slugs.includes(collection.slug as CollectionSlug)
        ? changed(collection)
        : collection,
    ),
  })

const MEDIA = ['media'] as const

/** What texts name, and what would leave a hole where it is named. */
const NAMED = [...KINDS, 'media', 'categories', 'topics', 'authors'] as const

const guardGlobals: Plugin = ({ globals = [], ...config }) => ({
  ...config,
  globals: globals.map(guardGlobal),
})

/** The commit is checked last, over what writes the tags: only then is it known whether both are kept. */
const wrapDatabase: Plugin = ({ db, ...config }) => ({
  ...config,
  db: checkCommits(stateCacheTags(db as Parameters<typeof stateCacheTags>[0])),
})

/** A later plugin puts its hooks before those of the earlier ones, so the last in the list sees a request first. */
export const plugins: Plugin[] = [
  // Before all others: the gate judges a write when its data are known to be well formed.
  change(addWorkflow, KINDS),
  // After the workflow, whose row goes first when a document is deleted for ever.
  change(addReview, KINDS),
  // What others do when a document moves on in the workflow, which knows none of them.
  addWorkflowListeners([commentOnRequest, notifyOfEvents]),
  // The files of an image, and before them the gate: what is refused is not stored.
  change(storeMedia, MEDIA),
  change(gateMedia, MEDIA),
  // After the gates, which say who may delete at all: only an account that may learns what names the row.
  change(protectNamed, NAMED),
  // The panel, in place of Payload's buttons, list of versions, autosave and locks.
  change(showWorkflow, KINDS),
  change(saveSafely, KINDS),
  // Rows are looked up only for data of the right shape, so the shape is checked before them.
  change(requireRows),
  change(guardCollection),
  // Before everything else of a collection: a filter that would select every row ends the operation.
  change(boundReads),
  guardGlobals,
  wrapDatabase,
]
