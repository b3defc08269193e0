// Which kind of refusal a list of issues makes.
import { describe, expect, it } from 'vitest'
import { refusalOf, type WorkflowIssue } from '@/domain/workflow/events/issues'

const forbidden: WorkflowIssue = { code: 'ownChanges' }
const conflict: WorkflowIssue = { code: 'stale', field: 'version', given: 6, version: 7 }
const invalid: WorkflowIssue = { code: 'noteMissing', field: 'note' }
const content: WorkflowIssue = { code: 'titleMissing', field: 'title', severity: 'block' }

describe('refusalOf', () => {
  it('says what each issue alone would be', () => {
    expect(refusalOf([forbidden])).toBe('forbidden')
    expect(refusalOf([conflict])).toBe('conflict')
    expect(refusalOf([invalid])).toBe('invalid')
    expect(refusalOf([content])).toBe('invalid')
  })

  it('lets the gravest speak, in any order', () => {
    expect(refusalOf([content, conflict, forbidden])).toBe('forbidden')
    expect(refusalOf([invalid, conflict])).toBe('conflict')
  })
})
