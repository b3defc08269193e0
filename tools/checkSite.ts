// Checks a whole site over HTTP: npm run check:site -- ORIGIN [--public ORIGIN] [--max N] [--database].
import { checkSite, type Report } from './siteChecker/siteIssues'
import { storedPaths } from './siteChecker/storedPaths'
import { readArguments, UsageError } from '@/cli/usage'

const USAGE = `Usage: npm run check:site -- ORIGIN [--public ORIGIN] [--max N] [--database]
ORIGIN is where the site answers, such as http://localhost:3000; --public what its addresses begin with, when that is
another, such as https://example.org; --max the most addresses to ask for (5000). --database compares the sitemap with the
database too: that of DATABASE_URL, or the embedded one.`

const DEFAULT_MAX = '5000'

function originOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== value.replace(/\/$/, ''))
    throw new UsageError(`Not an origin such as https://example.org: ${value}\n${USAGE}`)
  return url.origin
}

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(USAGE, {
    args,
    allowPositionals: true,
    options: {
      public: { type: 'string' },
      max: { type: 'string', default: DEFAULT_MAX },
      database: { type: 'boolean', default: false },
    },
  })
  const [asked, ...others] = positionals
  if (asked === undefined || others.length > 0) throw new UsageError(USAGE)
  if (!/^[1-9]\d{0,6}$/.test(values.max))
    throw new UsageError(`--max is no number of addresses: ${values.max}\n${USAGE}`)
  const origin = originOf(asked)
  const publicOrigin = values.public === undefined ? origin : originOf(values.public)
  const max = Number(values.max)
  const stored = values.database ? await storedPaths() : undefined
  const report = await checkSite({ origin, publicOrigin, max, stored, onVisit: showProgress })
  console.log(describeReport(publicOrigin, report))
  process.exitCode = report.issues.length === 0 ? 0 : 1
}

function showProgress(visited: number, known: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(visited === known ? '\r\x1b[K' : `\r${visited} of ${known} addresses`)
}

/** One line when all is well; else a line for each issue, page after page, and their number. */
export function describeReport(origin: string, report: Report): string {
  const { addresses, pages, questions, unlisted, issues } = report
  const kept = unlisted ? '; search engines are told not to list it' : ''
  const seen = `${pages} pages with ${questions} questions, ${addresses} addresses${kept}`
  if (issues.length === 0) return `${origin}: all is well (${seen}).`
  const lines = issues.map(({ url, rule, difference }) => `${url}\n  ${rule}: ${difference}`)
  return [...lines, `${origin}: ${issues.length} issues (${seen}).`].join('\n')
}
