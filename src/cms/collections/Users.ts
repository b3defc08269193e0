// Users: the accounts that sign in to the admin panel. Never shown to readers.
import {
  AuthenticationError,
  type Access,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
} from 'payload'
import { manager, mayDo, roleOf } from '@/cms/access/mayDo'
import { refuse } from '@/cms/hooks/refuse'
import { LIMITS } from '@/domain/limits'
import { may, PASSWORD_LENGTH, ROLES, type Capability } from '@/domain/roles'
import { settings } from '@/env'
import type { User } from '@/payload-types'

const selfOr =
  (capability: Capability): Access =>
  ({ req }) =>
    may(roleOf(req.user), capability) ||
    (roleOf(req.user) ? { id: { equals: req.user?.id } } : false)

const requireActive: CollectionBeforeLoginHook<User> = ({ user, req }) => {
  if (user.active === false) throw new AuthenticationError(req.t)
}

/** Runs before every operation that takes a new password: creating, changing and resetting. */
const requireLongPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!['create', 'update', 'resetPassword'].includes(operation)) return args
  const password = 'data' in args ? (args.data as { password?: unknown }).password : undefined
  if (password === undefined || password === null) return args
  if (typeof password !== 'string' || [...password].length < PASSWORD_LENGTH) {
    const message = `A password has at least ${PASSWORD_LENGTH} characters.`
    refuse('users', [{ path: 'password', message }], req)
  }
  return args
}

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  auth: {
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    cookies: { secure: settings().siteUrl.startsWith('https:'), sameSite: 'Lax' },
  },
  admin: { group: 'Site', useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'] },
  access: {
    admin: ({ req }) => roleOf(req.user) !== null,
    read: selfOr('publish'),
    create: mayDo('manageAccounts'),
    update: selfOr('manageAccounts'),
    delete: mayDo('manageAccounts'),
    unlock: mayDo('manageAccounts'),
  },
  hooks: { beforeOperation: [requireLongPassword], beforeLogin: [requireActive] },
  // Whoever comes first must not become administrator: the first account is made on the command line.
  endpoints: [
    {
      path: '/first-register',
      method: 'post',
      handler: () => Response.json({ message: 'Not found' }, { status: 404 }),
    },
  ],
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: LIMITS.name },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      options: ROLES.map((role) => ({
        value: role,
        label: role[0]!.toUpperCase() + role.slice(1),
      })),
      access: { create: manager, update: manager },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      access: { create: manager, update: manager },
      admin: { description: 'Without this the account can no longer sign in or do anything.' },
    },
    {
      name: 'mailNotices',
      label: 'Send my notices by mail',
      type: 'checkbox',
      defaultValue: true,
    },
  ],
}
