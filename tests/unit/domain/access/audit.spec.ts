// The events that the audit record has of one save of an account.
import { describe, expect, it } from 'vitest'
import { AUDIT_EVENTS, accountChanges, type AuditedAccount } from '@/domain/access/audit'

const account = (changes: Partial<AuditedAccount> = {}): AuditedAccount => ({
  role: 'writer',
  email: 'a@example.org',
  active: true,
  ...changes,
})

describe('a save of an account', () => {
  it.each<
    [
      what: string,
      before: Partial<AuditedAccount>,
      after: Partial<AuditedAccount>,
      events: ReturnType<typeof accountChanges>,
    ]
  >([
    ['that changes nothing', {}, {}, []],
    ['with another role', {}, { role: 'admin' }, [{ what: 'roleChanged', note: 'writer → admin' }]],
    ['that disables it', {}, { active: false }, [{ what: 'accountDisabled' }]],
    ['that enables it', { active: false }, {}, [{ what: 'accountEnabled' }]],
    ['with another address', {}, { email: 'b@example.org' }, [{ what: 'addressChanged' }]],
    ['without a word on whether it is active', { active: null }, { active: undefined }, []],
    ['that says what was meant: active', { active: undefined }, { active: true }, []],
    [
      'that disables one that said nothing',
      { active: null },
      { active: false },
      [{ what: 'accountDisabled' }],
    ],
    [
      'with everything at once',
      { active: false },
      { role: 'editor', email: 'b@example.org' },
      [
        { what: 'roleChanged', note: 'writer → editor' },
        { what: 'accountEnabled' },
        { what: 'addressChanged' },
      ],
    ],
  ])('%s is recorded', (_, before, after, events) => {
    expect(accountChanges(account(before), account(after), false)).toEqual(events)
  })

  it('with a new password is recorded, also beside other changes', () => {
    expect(accountChanges(account(), account(), true)).toEqual([{ what: 'passwordChanged' }])
    expect(accountChanges(account(), account({ role: 'admin' }), true)).toEqual([
      { what: 'roleChanged', note: 'writer → admin' },
      { what: 'passwordChanged' },
    ])
  })

  it('that creates it is one event with its role, whatever else it sets', () => {
    expect(accountChanges(undefined, account({ active: false }), true)).toEqual([
      { what: 'accountCreated', note: 'writer' },
    ])
  })

  it('never puts an address into the record', () => {
    const changes = accountChanges(account(), account({ email: 'new@example.org' }), true)
    expect(JSON.stringify(changes)).not.toContain('@')
  })
})

it('every event has one name', () => {
  expect(new Set(AUDIT_EVENTS).size).toBe(AUDIT_EVENTS.length)
})
