// Adds the workflow to a collection with drafts: its gate, its fields and its endpoints.
import type { CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { NOT_BY_REQUEST } from '@/cms/access/access'
import { permissionsEndpoint } from '@/cms/access/permissions'
import type { Kind } from '@/domain/workflow/subject'
import { addVersion, noteReading } from '../workflow/gate/addVersion'
import { eventsEndpoints } from '../workflow/endpoints'
import { follow, isAtGate, noteArguments, passDelete, passGate } from '../workflow/gate/gate'
import { mayEdit } from '../workflow/gate/mayEdit'
import { removeRow } from '../records/rows'

const removeWorkflow: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  removeRow(collection.slug as Kind, Number(id), req)

export const addWorkflow = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  access: {
    ...config.access,
    update: mayEdit(config, (req) => isAtGate(config.slug as Kind, req)),
  },
  endpoints: [
    ...(config.endpoints || []),
    permissionsEndpoint(config.slug as Kind),
    ...eventsEndpoints(config.slug as Kind),
  ],
  fields: [
    ...config.fields,
    // Every version knows its author; none for a command. A number and no relationship: accounts go, versions stay.
    { name: 'savedBy', type: 'number', admin: { hidden: true } },
    // No account has written into it yet: hidden from lists, and swept away in time (sweepBlank.ts).
    { name: 'blank', type: 'checkbox', access: NOT_BY_REQUEST, admin: { hidden: true } },
    // The version that a save began from; the panel sends it, and a save that comes too late is refused with 409.
    { name: 'workflowVersion', type: 'number', virtual: true, admin: { hidden: true } },
  ],
  hooks: {
    ...config.hooks,
    beforeOperation: [noteReading, noteArguments, ...(config.hooks?.beforeOperation ?? [])],
    beforeChange: [passGate, ...(config.hooks?.beforeChange ?? [])],
    afterChange: [follow, ...(config.hooks?.afterChange ?? [])],
    afterRead: [addVersion, ...(config.hooks?.afterRead ?? [])],
    beforeDelete: [passDelete, ...(config.hooks?.beforeDelete ?? [])],
    afterDelete: [...(config.hooks?.afterDelete ?? []), removeWorkflow],
  },
})
