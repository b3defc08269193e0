// What axe finds on a page, everything that folds opened first: it does not look into what is closed.
import axe from 'axe-core'
import type { Page } from 'playwright'

interface Found {
  id: string
  help: string
  nodes: { html: string }[]
}

const OPEN = `document.querySelectorAll('details').forEach((details) => { details.open = true })`
const RUN = `axe.run(document).then(({ violations, incomplete }) => [...violations, ...incomplete]
  .map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) })))`

/** Violations, and what axe could not decide: each in one line. */
export async function axeIssues(page: Page): Promise<string[]> {
  await page.evaluate(`${OPEN}; ${axe.source}; undefined`)
  const found = (await page.evaluate(RUN)) as Found[]
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)}`,
  )
}
