// The page on the workflow for editors shows the table that the site obeys.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVENT_WORDS } from '@/cms/wording/workflow'
import { diagram } from '@/domain/workflow/diagram'
import { WORKFLOW_EVENTS } from '@/domain/workflow/table'

const page = readFileSync('docs/workflow.md', 'utf8')

/** Without the spaces that line the columns up. */
const rows = page.replace(/ +/g, ' ')

describe('docs/workflow.md', () => {
  it('shows the diagram of the table as it is', () => {
    expect(page.match(/```mermaid\n([^`]*)```/)?.[1]).toBe(diagram())
  })

  it.each(WORKFLOW_EVENTS)('names %s as its button does', (event) => {
    expect(rows).toContain(`| ${event} | ${EVENT_WORDS[event].label} |`)
  })
})
