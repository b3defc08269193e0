// Measures how much memory a process takes that gives more pages than it can hold.
import { spawnSync } from 'node:child_process'
import { requestPage } from '../requests/reader'
import type { Figure } from '../report'
import type { BenchSite } from '../site/benchSite'

const PAGES = 100_000
const AT_ONCE = 4
const BOUND_MB = 512
const SAMPLE_EVERY = 500
const TELL_EVERY = 10_000

/** Resident memory of a process, in MB. */
function residentMb(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout) / 1024
}

type Page = { id: number; path: string }

/** Several at once, as readers come. @param done hears how many there were */
export async function readMany(
  { stop }: BenchSite,
  pages: readonly Page[],
  visit: (page: Page) => Promise<void>,
  done: (count: number) => void = () => undefined,
): Promise<void> {
  let next = 0
  let count = 0
  const reader = async () => {
    while (next < pages.length) {
      stop.throwIfAborted()
      const page = pages[next++]
      if (page) await visit(page)
      done(++count)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, reader))
}

export async function benchMemory(site: BenchSite): Promise<Figure[]> {
  await site.grow(PAGES)
  return site.serving(1, async ([instance]) => {
    const { url = '', pid = 0 } = instance ?? {}
    const pages = await site.list(PAGES)
    const atStart = residentMb(pid)
    const samples: number[] = []
    await readMany(
      site,
      pages,
      async ({ path }) => void (await requestPage(url + path)),
      (count) => {
        if (count % SAMPLE_EVERY === 0) samples.push(residentMb(pid))
        if (count % TELL_EVERY === 0) site.say(`${count} pages: ${Math.round(residentMb(pid))} MB`)
      },
    )
    return [
      { what: 'memory at the start', value: atStart, unit: 'MB' },
      {
        what: `memory while ${pages.length} pages are read, the most`,
        value: Math.max(...samples),
        unit: 'MB',
        bar: { most: BOUND_MB },
      },
      { what: 'memory at the end', value: residentMb(pid), unit: 'MB' },
    ]
  })
}
