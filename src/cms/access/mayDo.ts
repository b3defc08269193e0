// Payload's access functions in terms of the roles of the domain.
import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { may, type Capability, type Role } from '@/domain/roles'

/** A disabled account has no role, and so no rights, from the next request on. */
export const roleOf = (user: PayloadRequest['user']): Role | null =>
  user && user.active !== false ? user.role : null

/** Allows whoever's role has the capability. */
export const mayDo =
  (capability: Capability): Access =>
  ({ req }) =>
    may(roleOf(req.user), capability)

/** Fields that only who manages accounts may set: roles, and the rules that the workflow obeys. */
export const manager: FieldAccess = ({ req }) => may(roleOf(req.user), 'manageAccounts')
