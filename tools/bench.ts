// Measures the site beside its bars, and beside the least that could do the same here: npm run bench -- [PART…] [--articles N].
import { cpus, loadavg } from 'node:os'
import { PARTS } from './bench/parts'
import { isMet, storeResults, formatTable, type PartResult } from './bench/report'
import { withBenchSite, type BenchSite } from './bench/site/benchSite'
import { stopSignal } from '@/cli/signals'
import { readArguments, UsageError } from '@/cli/usage'

const USAGE = `Usage: npm run bench -- [PART…] [--articles N]
Parts: ${Object.keys(PARTS).join(', ')}; all of them without any.
N is the most articles that are made, for a short run; 100000 without it.`

const MAX_ARTICLES = '100000'

function readParts(args: string[]): { names: string[]; articles: number } {
  const { values, positionals } = readArguments(USAGE, {
    args,
    allowPositionals: true,
    options: { articles: { type: 'string', default: MAX_ARTICLES } },
  })
  const unknown = positionals.find((name) => !Object.hasOwn(PARTS, name))
  if (unknown) throw new UsageError(`There is no part ${unknown}.\n${USAGE}`)
  const articles = Number(values.articles)
  if (!Number.isInteger(articles) || articles < 1)
    throw new UsageError(`--articles must be a whole number.\n${USAGE}`)
  const all = Object.keys(PARTS)
  return {
    names: positionals.length ? all.filter((name) => positionals.includes(name)) : all,
    articles,
  }
}

export async function main(args: string[]): Promise<void> {
  const { names, articles } = readParts(args)
  const stop = stopSignal()
  const processors = cpus()
  const machine = `Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model ?? 'processor'}`
  console.log(`${machine}; at most ${articles} articles; what asks runs on this machine too.`)
  const results: PartResult[] = []
  await withBenchSite({ stop, articles }, async (site) => {
    for (const name of names) {
      console.log(`${name} …`)
      const result = await measure(name, site)
      results.push(result)
      console.log(`\n${formatTable([result])}\n`)
    }
  })
  if (results.length > 1) console.log(`\nAll of it:\n${formatTable(results)}`)
  console.log(`\nKept in ${storeResults(results, { machine, articles })}`)
  const missed = results.flatMap(({ figures }) => figures).filter((each) => isMet(each) === false)
  if (missed.length > 0) console.log(`${missed.length} bars are not met.`)
}

async function measure(part: string, site: BenchSite): Promise<PartResult> {
  const before = loadavg()
  const began = performance.now()
  const measured = await PARTS[part]?.(site)
  const seconds = (performance.now() - began) / 1000
  const result = { part, load: { before, after: loadavg() }, seconds }
  return typeof measured === 'string'
    ? { ...result, figures: [], skipped: measured }
    : { ...result, figures: measured ?? [] }
}
