// Puts the workflow into the panel of a collection, in place of Payload's own buttons to publish and unpublish.
import type { CollectionConfig } from 'payload'

const FOLDER = '/cms/admin/workflow'

export const withWorkflowPanel = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      edit: {
        ...config.admin?.components?.edit,
        beforeDocumentControls: [`${FOLDER}/StepButtons`],
        PublishButton: `${FOLDER}/NoButton`,
        UnpublishButton: `${FOLDER}/NoButton`,
      },
    },
  },
  fields: [
    {
      name: 'workflowPanel',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: `${FOLDER}/WorkflowPanel` },
      },
    },
    ...config.fields,
  ],
})
