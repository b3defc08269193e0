// Lists the roles of accounts, whose rights are in workflow/policy.ts and workflow/table.ts, and sets the shortest password.

export const ROLES = ['writer', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** At least this many characters in a password (NIST SP 800-63B asks for 8, OWASP for 12). */
export const PASSWORD_LENGTH = 12
