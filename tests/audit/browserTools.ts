// The two tools that bring a browser of their own to a page: Lighthouse and pa11y.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { tool } from './tools'

const MINUTES = 3 * 60_000

/** Resolves however the tool ends: what it wrote tells. */
const run = (args: string[], env: Record<string, string>): Promise<{ out: string; err: string }> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      args,
      { env: { ...process.env, ...env }, timeout: MINUTES, maxBuffer: 64 * 1024 * 1024 },
      (_error, out, err) => resolve({ out, err }),
    ),
  )

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Scores = Record<(typeof CATEGORIES)[number], number>

interface LighthouseReport {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>
}

/** On a slowed-down telephone, Lighthouse's own default. Scores from 0 to 100, and what cost points. */
export async function lighthouse(
  url: string,
  chromium: string,
): Promise<{ scores: Scores; lost: string[] }> {
  const args = ['lighthouse/cli/index.js', url, '--quiet', '--output=json', '--output-path=stdout']
  const flags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu'
  const [file = '', ...others] = args
  const { out, err } = await run([tool(file), ...others, flags], { CHROME_PATH: chromium })
  if (!out) throw new Error(`Lighthouse said nothing of ${url}: ${err}`)
  const { categories, audits } = JSON.parse(out) as LighthouseReport
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const lost = CATEGORIES.flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${name}: ${audits[id]?.title} ${audits[id]?.displayValue ?? ''}`.trim()),
  )
  return {
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])) as Scores,
    lost,
  }
}

/** What pa11y's two runners, axe and HTML CodeSniffer, call errors against WCAG 2.2 AA. */
export async function pa11y(url: string, chromium: string): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'backstory-audit-'))
  try {
    const config = path.join(folder, 'pa11y.json')
    const args = ['--no-sandbox', '--disable-gpu']
    writeFileSync(
      config,
      JSON.stringify({
        runners: ['axe', 'htmlcs'],
        standard: 'WCAG2AA',
        timeout: 60_000,
        chromeLaunchConfig: { executablePath: chromium, args },
      }),
    )
    const asked = [tool('pa11y/bin/pa11y.js'), '--config', config, '--reporter', 'json', url]
    const { out, err } = await run(asked, {})
    if (!out) throw new Error(`pa11y said nothing of ${url}: ${err}`)
    const issues = JSON.parse(out) as { code: string; message: string; selector: string }[]
    return issues.map(({ code, message, selector }) => `${code}: ${message} (${selector})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
