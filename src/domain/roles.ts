// Who may do what: one table, read from left to right.

export const ROLES = ['writer', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What an account may be allowed to do; each collection asks for exactly one of these per operation. */
export const CAPABILITIES = {
  /** Write articles, FAQ items, Read Also links and their images. */
  write: ['writer', 'reviewer', 'editor', 'admin'],
  /** Make a version live, or take the live one away. */
  publish: ['editor', 'admin'],
  /** Shape the site: categories, topics, authors, redirects, navigation, settings. */
  organise: ['editor', 'admin'],
  /** Create accounts, change their roles, remove them. */
  manageAccounts: ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Capability = keyof typeof CAPABILITIES

/** Whether an account with this role has the capability; no role has none. */
export function may(role: Role | null | undefined, capability: Capability): boolean {
  const allowed: readonly Role[] = CAPABILITIES[capability]
  return role != null && allowed.includes(role)
}

/** At least this many characters in a password (NIST SP 800-63B asks for 8, OWASP for 12). */
export const PASSWORD_LENGTH = 12
