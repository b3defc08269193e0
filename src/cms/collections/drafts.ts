// Configures the versions of collections with drafts: all are stored, and never published by Payload's own schedule.
import type { CollectionConfig } from 'payload'

export const drafts: CollectionConfig['versions'] = {
  drafts: { autosave: { interval: 1000, showSaveDraftButton: true }, schedulePublish: false },
  maxPerDoc: 0,
}
