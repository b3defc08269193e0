// Payload's access functions in terms of the roles of the domain.
import type { Access } from 'payload'
import { may, type Capability } from '@/domain/roles'

/** Allows whoever's role has the capability. */
export const mayDo =
  (capability: Capability): Access =>
  ({ req }) =>
    may(req.user?.role, capability)
