// Lists the events in the record of accounts and settings (sign-ins, and changes to an account or to a rule of the
// site), and finds those that a save of an account makes.

export const AUDIT_EVENTS = [
  'signedIn',
  'signInFailed',
  'accountCreated',
  'accountDeleted',
  'accountDisabled',
  'accountEnabled',
  'roleChanged',
  'passwordChanged',
  'passwordReset',
  'addressChanged',
  'settingsChanged',
] as const
export type AuditEvent = (typeof AUDIT_EVENTS)[number]

/** Of an account, as far as the record looks at it. */
export interface AuditedAccount {
  role: string
  email: string
  active?: boolean | null
}

interface Entry {
  what: AuditEvent
  note?: string
}

/** What one save changed of an account; `before` is absent of a new one. */
export function accountChanges(
  before: AuditedAccount | undefined,
  after: AuditedAccount,
  changesPassword: boolean,
): Entry[] {
  if (!before) return [{ what: 'accountCreated', note: after.role }]
  const isActive = after.active !== false
  return [
    ...(before.role === after.role
      ? []
      : [{ what: 'roleChanged' as const, note: `${before.role} → ${after.role}` }]),
    ...((before.active !== false) === isActive
      ? []
      : [{ what: isActive ? ('accountEnabled' as const) : ('accountDisabled' as const) }]),
    ...(before.email === after.email ? [] : [{ what: 'addressChanged' as const }]),
    ...(changesPassword ? [{ what: 'passwordChanged' as const }] : []),
  ]
}
