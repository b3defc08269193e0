// Puts the workflow into the panel of a collection, in place of Payload's own buttons to publish and unpublish.
import type { CollectionConfig } from 'payload'

const FOLDER = '/cms/admin/workflow'

export const showWorkflow = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      edit: {
        ...config.admin?.components?.edit,
        beforeDocumentControls: [`${FOLDER}/StepButtons`],
        PublishButton: '/cms/admin/ui/NoButton',
        UnpublishButton: '/cms/admin/ui/NoButton',
      },
      views: {
        edit: {
          history: {
            Component: '/cms/admin/history/HistoryView',
            path: '/history',
            tab: { label: 'History', href: '/history', order: 200 },
          },
          // The history tells more than Payload's list of versions, and restores only what the gate lets through.
          versions: { tab: { condition: () => false } },
        },
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
    {
      // Of no place in the form: a column of the lists, in place of Payload's status.
      name: 'workflowState',
      label: 'State',
      type: 'ui',
      admin: { components: { Cell: '/cms/admin/list/StateCell' } },
    },
    ...config.fields,
  ],
})
