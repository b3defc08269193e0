// Who may do what, as a table beside the table.
import { describe, expect, it } from 'vitest'
import { CAPABILITIES, may, ROLES, type Capability } from '@/domain/roles'

const TABLE: Record<Capability, string> = {
  write: 'writer reviewer editor admin',
  publish: 'editor admin',
  organise: 'editor admin',
  manageAccounts: 'admin',
}

describe('roles', () => {
  it.each(Object.keys(CAPABILITIES) as Capability[])('%s is for those who may', (capability) => {
    expect(ROLES.filter((role) => may(role, capability)).join(' ')).toBe(TABLE[capability])
  })

  it('give nothing to whoever has none', () => {
    expect(may(undefined, 'write')).toBe(false)
    expect(may(null, 'publish')).toBe(false)
  })
})
