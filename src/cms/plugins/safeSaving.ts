// Puts saving that loses nothing into the panel of a collection, in place of Payload's own autosave and locks.
import type { CollectionConfig } from 'payload'

/** A day: Payload's own loop never begins, and everything else that hangs on its being switched on stays (saver.ts). */
const NEVER_MS = 86_400_000

/**
 * Payload's locks prevent no editor from writing, and their dialogs throw away what was typed: a gate on every save
 * (cms/workflow/gate/stale.ts) and the names of who else is there do better.
 */
export const saveSafely = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  lockDocuments: false,
  versions: {
    ...(typeof config.versions === 'object' ? config.versions : {}),
    drafts: {
      autosave: { interval: NEVER_MS, showSaveDraftButton: true },
      schedulePublish: false,
    },
  },
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      edit: {
        ...config.admin?.components?.edit,
        Status: '/cms/admin/workflow/Status',
        SaveDraftButton: '/cms/admin/conflicts/SaveButton',
      },
    },
  },
})
