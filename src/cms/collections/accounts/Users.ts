// Defines users: the accounts that sign in to the admin panel. Never shown to readers.
import type { CollectionConfig } from 'payload'
import { accountAccess, fieldAccess } from '@/cms/access/access'
import { auditAccount, auditDeletion, auditSignIn } from '@/cms/accounts/audit'
import { accountEndpoints } from '@/cms/accounts/endpoints'
import { resetMail } from '@/cms/accounts/forgotPassword'
import {
  protectLastAdministrator,
  protectLastAdministratorFromDeletion,
} from '@/cms/accounts/lastAdministrator'
import { confirmOwnChange, endOtherSessions, requireGoodPassword } from '@/cms/accounts/passwords'
import { limitSignIn, requireActive } from '@/cms/accounts/signIn'
import { name } from '@/cms/fields/name'
import { LIMITS } from '@/domain/access/limits'
import { ROLES } from '@/domain/access/roles'
import { settings } from '@/env'

const mayChangeRole = fieldAccess('users', 'changeRole')
const mayReadPrivate = fieldAccess('users', 'readPrivate')

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  auth: {
    // A lock would let a stranger lock editors out (docs/decisions/0006); attempts are limited instead.
    maxLoginAttempts: 0,
    tokenExpiration: 8 * 60 * 60,
    cookies: { secure: settings().siteUrl.startsWith('https:'), sameSite: 'Lax' },
    forgotPassword: { generateEmailHTML: resetMail },
  },
  admin: { group: 'Site', useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'] },
  access: accountAccess,
  hooks: {
    beforeOperation: [confirmOwnChange, requireGoodPassword, limitSignIn],
    beforeLogin: [requireActive],
    afterLogin: [auditSignIn],
    beforeChange: [protectLastAdministrator, endOtherSessions],
    afterChange: [auditAccount],
    afterDelete: [auditDeletion],
    beforeDelete: [protectLastAdministratorFromDeletion],
  },
  endpoints: accountEndpoints,
  fields: [
    { name: 'name', type: 'text', required: true, ...name },
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: { read: mayReadPrivate },
    },
    {
      name: 'currentPassword',
      type: 'text',
      virtual: true,
      maxLength: LIMITS.url,
      access: { read: () => false },
      admin: {
        disableListColumn: true,
        disableListFilter: true,
        components: { Field: '/cms/admin/account/CurrentPassword#CurrentPassword' },
      },
    },
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
      access: { create: mayChangeRole, update: mayChangeRole },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      access: { create: mayChangeRole, update: mayChangeRole },
      admin: { description: 'Without this the account can no longer sign in or do anything.' },
    },
    {
      name: 'mailNotices',
      label: 'Send my notices by mail',
      type: 'checkbox',
      defaultValue: true,
      access: { read: mayReadPrivate },
    },
  ],
}
